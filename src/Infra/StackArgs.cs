using Infra.Applications;
using Infra.Certificates;
using Infra.Common;
using Infra.LoadBalancing;
using Infra.Logging;
using Infra.Networking;
using Infra.Observability;
using Infra.Packing;
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
    private readonly GivenResources _given;
    private readonly InvokeOptions? _lookups;
    private readonly AwsAccount _account;

    /// <summary>Ready to be asked for the arguments of a stack's components, or of a tier's in another program.</summary>
    /// <param name="inputs">What the settings say, and the folders that they name.</param>
    /// <param name="tags">The tags of everything.</param>
    /// <param name="given">What of it the program has already; nothing by default.</param>
    /// <param name="lookups">How AWS is asked; by the default provider unless set.</param>
    public StackArgs(StackInputs inputs, ResourceTags tags, GivenResources? given = null, InvokeOptions? lookups = null)
    {
        _inputs = inputs;
        (_settings, _site, _application) = inputs;
        _tags = tags;
        _given = given ?? new();
        _lookups = lookups;
        _account = AwsAccount.Current(_settings.Region, lookups);
        Timings = new()
        {
            HealthCheck = _settings.HealthCheck,
            BootBudget = _settings.Servers.BootBudget,
            DeregistrationDelay = _settings.LoadBalancer.DeregistrationDelay,
        };
    }

    public ServerTimings Timings { get; }

    public bool SendsOutput => _settings.SendsOutput;

    public bool HasWebFirewall => _settings.LoadBalancer.Waf;

    public SiteName? SiteName => _settings.Certificate.SiteName;

    // Of an image that is given nobody says how large its disk has to be.
    private Input<int>? RootVolumeGiB =>
        _given.ImageId is null && _settings.Servers.Image.RootVolumeGiB is { } size ? (Input<int>)size : null;

    private bool UpdatesLive => _settings.Site.ContentUpdates == ContentUpdates.Live;

    private Input<string>? PermissionsBoundaryArn => _given.PermissionsBoundaryArn
        ?? (_settings.PermissionsBoundary is { } name ? (Input<string>)_account.IamArn($"policy/{name}") : null);

    public SiteBundleArgs SiteBundle(LogArchive logs) => new()
    {
        Archive = _site is null ? null : Archive(_site.ArchivePath),
        Hash = _site?.Hash,
        ArchiveHash = UpdatesLive ? _inputs.SiteArchiveHash() : null,
        Application = _application is null ? null : Archive(_application.ArchivePath),
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

    // Every region has S3's addresses in a list of AWS's own:
    // https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html.
    public TierNetwork? ExistingNetwork() => _given.VpcId is null ? null : new()
    {
        VpcId = _given.VpcId,
        PublicSubnetIds = _given.PublicSubnetIds,
        PrivateSubnetIds = _given.PrivateSubnetIds,
        S3PrefixListId = ListNamed($"com.amazonaws.{_settings.Region}.s3").Apply(list => list.Id),
    };

    public SecurityGroupsArgs SecurityGroups(TierNetwork network) => new()
    {
        VpcId = network.VpcId,
        AllowedCidrs = _settings.Network.AllowedCidrs,
        AllowedPrefixLists = [.. _settings.Network.AllowedPrefixLists.Select(PrefixList)],
        ServerPort = ServerPort.Of(_settings.LoadBalancer.TlsMode),
        Egress = _settings.Network.Egress,
        S3PrefixListId = network.S3PrefixListId,
    };

    public ApplicationLogsArgs ApplicationLogs() => new() { RetentionDays = _settings.Monitoring.LogRetentionDays };

    public VpcEndpointsArgs VpcEndpoints(TierNetwork network, Output<string> endpointGroupId, ApplicationLogs? logs) => new()
    {
        Account = _account,
        VpcId = network.VpcId,
        PrivateSubnetIds = network.PrivateSubnetIds,
        Secrets = _settings.Application?.Secrets ?? [],
        LogGroup = logs?.Group,
        EndpointGroupId = endpointGroupId,
    };

    public CertificateArgs Certificate() => new()
    {
        Source = (_given.CertificateArn, _settings.CertificateSource) switch
        {
            ({ } arn, _) => new CertificateSource.Imported(arn),
            (_, CertificateSource.Issued issued) => issued with { HostedZoneId = _given.HostedZoneId ?? issued.HostedZoneId },
            (_, var source) => source,
        },
    };

    public HttpsLoadBalancerArgs LoadBalancer(TierNetwork network, SecurityGroups groups, Certificate certificate, LogArchive logs) => new()
    {
        VpcId = network.VpcId,
        SubnetIds = network.PublicSubnetIds,
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
        DomainName = site.DomainName,
        HostedZoneId = _given.HostedZoneId ?? site.HostedZoneId,
        LoadBalancerDnsName = loadBalancer.DnsName,
        LoadBalancerZoneId = loadBalancer.ZoneId,
        Ipv6 = _settings.Network.Ipv6,
    };

    public ServerFleetArgs ServerFleet(
        TierNetwork network, SecurityGroups groups, HttpsLoadBalancer loadBalancer, SiteBundle site, Monitoring monitoring,
        ApplicationLogs? logs) => new()
        {
            SubnetIds = network.PrivateSubnetIds,
            SecurityGroupId = groups.ServerGroupId,
            TargetGroupArn = loadBalancer.TargetGroupArn,
            LoadBalancerArnSuffix = loadBalancer.ArnSuffix,
            TargetGroupArnSuffix = loadBalancer.TargetGroupArnSuffix,
            ImageId = _given.ImageId ?? ImageId(_settings.Servers.Image),
            RootVolumeGiB = RootVolumeGiB,
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
            StartAfter = new[] { loadBalancer.HttpsListenerReady, network.Made }.OfType<Resource>().ToList(),
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

    public AlertTopicArgs AlertTopic() => new()
    {
        Account = _account,
        AlarmEmail = _given.AlarmEmail ?? _settings.Monitoring.AlarmEmail?.ToInput(),
    };

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

    private FileAsset Archive(string path) => new(FolderArchive.SeenFrom(path, _given.ToProject));

    private PrefixList PrefixList(string name) => PrefixListName.IsCloudFront(name)
        ? new(name, ListNamed(name).Apply(list => list.Id), PrefixListName.CloudFrontWeight)
        : new(name, name, Aws.Ec2.GetManagedPrefixList.Invoke(new() { Id = name }, _lookups).Apply(WeightOf));

    private Output<Aws.Ec2.GetManagedPrefixListResult> ListNamed(string name) =>
        Aws.Ec2.GetManagedPrefixList.Invoke(new() { Name = name }, _lookups);

    // Of a list of one's own the most entries count; one that AWS keeps may have no such number.
    private static int WeightOf(Aws.Ec2.GetManagedPrefixListResult list) =>
        Math.Max(list.MaxEntries, list.Entries.IsDefault ? 0 : list.Entries.Length);

    // Looked up here and not by the launch template, so that what was previewed is what starts, today and when a server heals.
    private Input<string> ImageId(MachineImage image) => image switch
    {
        { Id: { } id } => id,
        { ParameterName: { } name } => Aws.Ssm.GetParameter.Invoke(new() { Name = name }, _lookups).Apply(parameter => parameter.Value),
        _ => throw new ArgumentException("an image has an id or a parameter", nameof(image)),
    };
}
