using Infra.Applications;
using Infra.Certificates;
using Infra.Common;
using Infra.LoadBalancing;
using Infra.Logging;
using Infra.Networking;
using Infra.Observability;
using Infra.Servers;
using Infra.Settings;
using Infra.Site;
using Pulumi;
using Aws = Pulumi.Aws;

namespace Infra;

/// <summary>What each component is given: the only place where settings become arguments.</summary>
internal sealed class StackArgs
{
    private readonly StackInputs _inputs;
    private readonly StackSettings _settings;
    private readonly SiteFolder? _site;
    private readonly ApplicationFolder? _application;
    private readonly ResourceTags _tags;
    private readonly AwsAccount _account;

    public StackArgs(StackInputs inputs, ResourceTags tags)
    {
        _inputs = inputs;
        (_settings, _site, _application) = inputs;
        _tags = tags;
        _account = new(
            Aws.GetCallerIdentity.Invoke().Apply(identity => identity.AccountId),
            Aws.GetPartition.Invoke().Apply(partition => partition.Partition),
            _settings.Region);
        Timings = new()
        {
            HealthCheck = _settings.HealthCheck,
            BootBudget = _settings.Servers.BootBudget,
            DeregistrationDelay = _settings.LoadBalancer.DeregistrationDelay,
        };
    }

    public ServerTimings Timings { get; }

    private bool UpdatesLive => _settings.Site.ContentUpdates == ContentUpdates.Live;

    private Input<string>? PermissionsBoundaryArn =>
        _settings.PermissionsBoundary is { } name ? (Input<string>)_account.IamArn($"policy/{name}") : null;

    public SiteBundleArgs SiteBundle(LogArchive logs) => new()
    {
        Archive = _site is null ? null : new FileAsset(_site.ArchivePath),
        Hash = _site?.Hash,
        ArchiveHash = UpdatesLive ? _inputs.SiteArchiveHash() : null,
        Application = _application is null ? null : new FileAsset(_application.ArchivePath),
        ApplicationHash = _application?.Hash,
        LogBucketName = logs.BucketName,
        LogsReady = logs.PolicyReady,
        DeletionProtection = _settings.DeletionProtection,
    };

    public LogArchiveArgs LogArchive() => new()
    {
        Account = _account,
        RetentionDays = _settings.Monitoring.LogRetentionDays,
        DeletionProtection = _settings.DeletionProtection,
    };

    public NetworkArgs Network(SiteBundle site) => new()
    {
        Account = _account,
        VpcCidr = _settings.Network.VpcCidr,
        Zones = _settings.Network.Zones,
        Egress = _settings.Network.Egress,
        Ipv6 = _settings.Network.Ipv6,
        ServersLeaveWithin = Timings.RollWithin(_settings.Servers.MaxServers),
        SiteBucketArn = site.BucketArn,
        LogRetentionDays = _settings.Monitoring.LogRetentionDays,
        PermissionsBoundaryArn = PermissionsBoundaryArn,
    };

    public SecurityGroupsArgs SecurityGroups(Network network) => new()
    {
        VpcId = network.VpcId,
        AllowedCidrs = _settings.Network.AllowedCidrs,
        AllowedPrefixLists = [.. _settings.Network.AllowedPrefixLists.Select(PrefixList)],
        ServerPort = ServerPort.Of(_settings.LoadBalancer.TlsMode),
        Egress = _settings.Network.Egress,
        S3PrefixListId = network.S3PrefixListId,
    };

    public ApplicationLogsArgs ApplicationLogs() => new() { RetentionDays = _settings.Monitoring.LogRetentionDays };

    public VpcEndpointsArgs VpcEndpoints(Network network, Output<string> endpointGroupId, ApplicationLogs? logs) => new()
    {
        Account = _account,
        VpcId = network.VpcId,
        PrivateSubnetIds = network.PrivateSubnetIds,
        Secrets = _settings.Application?.Secrets ?? [],
        LogGroup = logs?.Group,
        EndpointGroupId = endpointGroupId,
    };

    public CertificateSource CertificateSource() => _settings.CertificateSource;

    public HttpsLoadBalancerArgs LoadBalancer(Network network, SecurityGroups groups, Certificate certificate, LogArchive logs) => new()
    {
        VpcId = network.VpcId,
        SubnetIds = network.PublicSubnetIds.ToList(),
        SecurityGroupId = groups.LoadBalancerGroupId,
        CertificateArn = certificate.Arn,
        TlsPolicy = _settings.LoadBalancer.TlsPolicy,
        ResponseHeaders = _settings.ResponseHeaders,
        TlsMode = _settings.LoadBalancer.TlsMode,
        HealthCheck = _settings.HealthCheck,
        DeregistrationDelay = _settings.LoadBalancer.DeregistrationDelay,
        LogBucketName = logs.BucketName,
        LogsReady = logs.PolicyReady,
        Ipv6 = _settings.Network.Ipv6,
        DeletionProtection = _settings.DeletionProtection,
    };

    public WebFirewallArgs WebFirewall(HttpsLoadBalancer loadBalancer) => new()
    {
        LoadBalancerArn = loadBalancer.Arn,
        RateLimit = _settings.LoadBalancer.WafRateLimit,
        LogRetentionDays = _settings.Monitoring.LogRetentionDays,
    };

    public SiteAliasArgs SiteAlias(SiteName site, HttpsLoadBalancer loadBalancer) => new()
    {
        Site = site,
        LoadBalancerDnsName = loadBalancer.DnsName,
        LoadBalancerZoneId = loadBalancer.ZoneId,
        Ipv6 = _settings.Network.Ipv6,
    };

    public ServerFleetArgs ServerFleet(
        Network network, SecurityGroups groups, HttpsLoadBalancer loadBalancer, SiteBundle site, Monitoring monitoring,
        ApplicationLogs? logs) => new()
        {
            SubnetIds = network.PrivateSubnetIds.ToList(),
            SecurityGroupId = groups.ServerGroupId,
            TargetGroupArn = loadBalancer.TargetGroupArn,
            LoadBalancerArnSuffix = loadBalancer.ArnSuffix,
            TargetGroupArnSuffix = loadBalancer.TargetGroupArnSuffix,
            ImageId = ImageId(_settings.Servers.Image),
            RootVolumeGiB = _settings.Servers.Image.RootVolumeGiB,
            InstanceType = _settings.Servers.InstanceType,
            MinServers = _settings.Servers.MinServers,
            MaxServers = _settings.Servers.MaxServers,
            Timings = Timings,
            CpuTarget = _settings.Servers.CpuTarget,
            RequestsPerServer = _settings.Servers.RequestsPerServer,
            Rollout = _settings.Servers.Rollout,
            ServerErrorsAlarm = monitoring.ServerErrorsAlarm,
            LoadBalancerErrorsAlarm = monitoring.LoadBalancerErrorsAlarm,
            Site = Fetched(site, site.Site, UpdatesLive ? null : _site?.Hash),
            Application = Fetched(site, site.Application, _application?.Hash),
            ApplicationRun = _settings.Application?.RunIn(_settings.Network),
            LogGroup = logs?.Group,
            Pages = _settings.Site.Pages,
            Account = _account,
            PermissionsBoundaryArn = PermissionsBoundaryArn,
            Tags = _tags.Common,
            DeletionProtection = _settings.DeletionProtection,
            StartAfter = { loadBalancer.HttpsListenerReady, network },
        };

    private static SiteObject? Fetched(SiteBundle bundle, UploadedObject? uploaded, string? hash) => uploaded is null ? null : new()
    {
        BucketName = bundle.BucketName,
        Key = uploaded.Key,
        VersionId = hash is null ? null : (Input<string>)uploaded.VersionId,
        Hash = hash is null ? null : (Input<string>)hash,
        BucketArn = bundle.BucketArn,
        Arn = uploaded.Arn,
    };

    public AlertTopicArgs AlertTopic() => new() { Account = _account, AlarmEmail = _settings.Monitoring.AlarmEmail?.ToInput() };

    public MonitoringArgs Monitoring(HttpsLoadBalancer loadBalancer, Certificate certificate, AlertTopic alerts) => new()
    {
        Account = _account,
        TopicArn = alerts.TopicArn,
        LoadBalancerArnSuffix = loadBalancer.ArnSuffix,
        TargetGroupArnSuffix = loadBalancer.TargetGroupArnSuffix,
        CertificateArn = certificate.Arn,
        Timings = Timings,
        MinServers = _settings.Servers.MinServers,
        MaxServers = _settings.Servers.MaxServers,
        CpuTarget = _settings.Servers.CpuTarget,
        RequestsPerServer = _settings.Servers.RequestsPerServer,
        SlowResponse = _settings.Monitoring.SlowResponse,
    };

    private static PrefixList PrefixList(string name) => PrefixListName.IsCloudFront(name)
        ? new(name, Aws.Ec2.GetManagedPrefixList.Invoke(new() { Name = name }).Apply(list => list.Id), PrefixListName.CloudFrontWeight)
        : new(name, name, Aws.Ec2.GetManagedPrefixList.Invoke(new() { Id = name }).Apply(WeightOf));

    // Of a list of one's own the most entries count; one that AWS keeps may have no such number.
    private static int WeightOf(Aws.Ec2.GetManagedPrefixListResult list) =>
        Math.Max(list.MaxEntries, list.Entries.IsDefault ? 0 : list.Entries.Length);

    // Looked up here and not by the launch template, so that what was previewed is what starts, today and when a server heals.
    private static Input<string> ImageId(MachineImage image) => image switch
    {
        { Id: { } id } => id,
        { ParameterName: { } name } => Aws.Ssm.GetParameter.Invoke(new() { Name = name }).Apply(parameter => parameter.Value),
        _ => throw new ArgumentException("an image has an id or a parameter", nameof(image)),
    };
}
