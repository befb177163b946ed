using System.Collections.Immutable;
using Infra.Certificates;
using Infra.Common;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Settings.Reading;

namespace Infra.Settings;

/// <summary>What a stack's configuration says, complete and free of contradictions.</summary>
public sealed record StackSettings
{
    /// <summary>The AWS region, from <c>aws:region</c>. Required: the provider would take another one from the environment.</summary>
    public required string Region { get; init; }

    /// <summary>The site's name and the certificate that proves it.</summary>
    public required CertificateSettings Certificate { get; init; }

    /// <summary>Where the stack stands, and who reaches it.</summary>
    public required NetworkSettings Network { get; init; }

    /// <summary>What stands between the internet and the servers.</summary>
    public required LoadBalancerSettings LoadBalancer { get; init; }

    /// <summary>What the load balancer tells browsers with every answer.</summary>
    public required ResponseHeaders ResponseHeaders { get; init; }

    /// <summary>The servers: kind and number.</summary>
    public required ServerSettings Servers { get; init; }

    /// <summary>What the servers serve, and how.</summary>
    public required SiteSettings Site { get; init; }

    /// <summary>What the servers run behind nginx; none: they serve the site's files alone.</summary>
    public ApplicationSettings? Application { get; init; }

    /// <summary>Whether servers send the application's output to CloudWatch Logs: where they have a way to it.</summary>
    public bool SendsOutput => Application is not null && Network.Egress != Egress.None;

    /// <summary>How a sick server is noticed.</summary>
    public required HealthCheck HealthCheck { get; init; }

    /// <summary>What is told to whom, and how long logs are kept.</summary>
    public required MonitoringSettings Monitoring { get; init; }

    /// <summary>
    /// Whether load balancer and logs refuse deletion. By default they do not, and one command destroys the stack with its contents.
    /// </summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>
    /// The managed policy that limits what the stack's roles can be given, by its name and path. Not set by default: nothing limits them.
    /// </summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The tags that everything gets beside the program's own, from <c>aws:defaultTags</c>. None by default.</summary>
    public IReadOnlyDictionary<string, string> DefaultTags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Where the load balancer's certificate comes from: <c>certificateArn</c>, else ACM for the site's name, else the program itself.
    /// </summary>
    public CertificateSource CertificateSource => Certificate switch
    {
        { CertificateArn: { } arn } => new CertificateSource.Imported(arn.ToInput()),
        { SiteName: { } site } => new CertificateSource.Issued(site.DomainName, site.HostedZoneId),
        // Without a name of its own the site answers under the load balancer's, which this wildcard covers.
        var self => new CertificateSource.SelfSigned($"*.{Region}.elb.{Partition.Of(Region).DnsSuffix}", self.Rotation),
    };

    /// <summary>Reads settings from text.</summary>
    /// <param name="source">The configuration.</param>
    /// <param name="region">The AWS region; empty when there is none.</param>
    /// <exception cref="InvalidSettingsException">Anything is wrong; the message says all of it.</exception>
    public static StackSettings Read(ConfigSource source, string region)
    {
        var problems = new ProblemList(source, SettingsCatalogue.All);
        var settings = Read(source, region, problems);
        return problems.Any ? throw new InvalidSettingsException(source, problems.InOrder) : settings;
    }

    /// <summary>Reads settings, which have a meaning only when this adds no problems.</summary>
    internal static StackSettings Read(ConfigSource source, string region, ProblemList problems)
    {
        var reader = new SettingsReader(source, problems);
        var settings = new StackSettings
        {
            Region = RegionRules.IsSecret(source) ? "" : region,
            Certificate = CertificateTopic.Read(reader),
            Network = NetworkTopic.Read(reader),
            LoadBalancer = LoadBalancerTopic.Read(reader),
            ResponseHeaders = ResponseHeadersTopic.Read(reader),
            Servers = ServerTopic.Read(reader),
            Site = SiteTopic.Read(reader),
            Application = ApplicationTopic.Read(reader),
            HealthCheck = HealthCheckTopic.Read(reader),
            Monitoring = MonitoringTopic.Read(reader),
            DeletionProtection = reader.Value(ProtectionTopic.DeletionProtection),
            PermissionsBoundary = reader.Optional(ProtectionTopic.PermissionsBoundary),
            DefaultTags = DefaultTagRules.Read(source, problems),
        };

        RegionRules.Check(source, region, problems);
        AllowedAccounts.Check(source, problems);
        CertificateTopic.Check(settings, problems);
        NetworkTopic.Check(settings, problems);
        LoadBalancerTopic.Check(settings.LoadBalancer, problems);
        ServerTopic.Check(settings.Servers, problems);
        SiteTopic.Check(settings, problems);
        ApplicationTopic.Check(settings, problems);
        HealthCheckTopic.Check(settings.HealthCheck, problems);
        UnknownKeys.Check(source, SettingsCatalogue.All, problems);
        return settings;
    }
}
