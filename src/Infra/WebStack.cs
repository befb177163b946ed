using System.Collections.Immutable;
using Infra.Common;
using Infra.Observability;
using Infra.Servers;
using Infra.Settings;
using Infra.Settings.Reading;
using Pulumi;

namespace Infra;

/// <summary>A web server as it should be on AWS, as a whole stack: <see cref="WebTierParts"/> has its table of contents.</summary>
public sealed class WebStack : Stack
{
    /// <summary>The stack that the running deployment's configuration describes.</summary>
    /// <exception cref="InvalidSettingsException">The configuration is wrong; no resource has been registered.</exception>
    public WebStack()
        : this(StackInputs.ForDeployment().Packed())
    {
    }

    /// <summary>The stack that <paramref name="inputs"/> describe.</summary>
    /// <param name="inputs">What to make the stack from.</param>
    /// <param name="observe">Is shown every resource with its final arguments and options, for previews and tests.</param>
    public WebStack(StackInputs inputs, ResourceTransformation? observe = null)
        : this(inputs, ResourceTags.OfRunningStack().With(inputs.Settings.DefaultTags), observe)
    {
    }

    private WebStack(StackInputs inputs, ResourceTags tags, ResourceTransformation? observe)
        : base(OptionsWith(tags, observe))
    {
        var settings = inputs.Settings;
        var args = new StackArgs(inputs, tags);

        var parts = new WebTierParts(args);

        Url = parts.Url;
        DashboardUrl = parts.DashboardUrl;
        LoadBalancerDnsName = parts.LoadBalancer.DnsName;
        TargetGroupName = parts.LoadBalancer.TargetGroupName;
        AutoScalingGroupName = parts.Fleet.GroupName;
        Rollout = Output.Create(ServerTopic.Rollout.WordOf(settings.Servers.Rollout));
        LaunchTemplateId = parts.Fleet.TemplateId;
        PreparedVersion = parts.Fleet.PreparedVersion;
        ProvenVersion = parts.Fleet.ProvenVersion;
        RollAlarmNames = parts.Fleet.RollAlarms;
        Region = Output.Create(settings.Region);
        VpcId = parts.Network.VpcId.ToOutput();
        HealthCheckPath = Output.Create(settings.HealthCheck.Path);
        TlsPolicy = Output.Create(settings.LoadBalancer.TlsPolicy);
        ResponseHeaders = Output.Create(settings.ResponseHeaders.Fields.ToImmutableDictionary());
        CertificatePem = parts.Certificate.Pem;
        FirewallRateLimit = Output.Create(settings.LoadBalancer.Waf ? settings.LoadBalancer.WafRateLimit : (int?)null);

        var expected = ExpectedTimes.For(args.Timings);
        SecondsToNoticeSickServer = Output.Create((int)expected.NoticeSickServer.TotalSeconds);
        SecondsToReplaceSickServer = Output.Create((int)expected.ReplaceSickServer.TotalSeconds);
        SecondsToAddServer = Output.Create((int)expected.AddServer.TotalSeconds);
        SecondsToWarmUp = Output.Create((int)args.Timings.RollWarmup.TotalSeconds);
        var longestRoll = AlarmThresholds.RollIsOverWithin(args.Timings, settings.Servers.MaxServers);
        SecondsToRoll = Output.Create((int)longestRoll.TotalSeconds);
    }

    /// <summary>Where the site is: the domain name if there is one, else the load balancer's own.</summary>
    [Output("url")]
    public Output<string> Url { get; private set; }

    /// <summary>The load balancer's own DNS name.</summary>
    [Output("loadBalancerDnsName")]
    public Output<string> LoadBalancerDnsName { get; private set; }

    /// <summary>The name of the group of targets whose health the load balancer checks.</summary>
    [Output("targetGroupName")]
    public Output<string> TargetGroupName { get; private set; }

    /// <summary>The name of the group of servers.</summary>
    [Output("autoScalingGroupName")]
    public Output<string> AutoScalingGroupName { get; private set; }

    /// <summary>Who starts the roll when servers are to be different: <c>up</c> or <c>promote</c>.</summary>
    [Output("rollout")]
    public Output<string> Rollout { get; private set; }

    /// <summary>The launch template of the servers.</summary>
    [Output("launchTemplateId")]
    public Output<string> LaunchTemplateId { get; private set; }

    /// <summary>The newest version of the launch template, which <c>infra roll</c> rolls through the servers.</summary>
    [Output("preparedVersion")]
    public Output<string> PreparedVersion { get; private set; }

    /// <summary>The version that the group launched servers from when this was deployed; a roll since then has changed it.</summary>
    [Output("provenVersion")]
    public Output<string> ProvenVersion { get; private set; }

    /// <summary>The alarms that end a roll when they ring: on errors that visitors get.</summary>
    [Output("rollAlarmNames")]
    public Output<ImmutableArray<string>> RollAlarmNames { get; private set; }

    /// <summary>The region that all of it is in, but for what AWS has once for all regions.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The network.</summary>
    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>The dashboard in the AWS console.</summary>
    [Output("dashboardUrl")]
    public Output<string> DashboardUrl { get; private set; }

    /// <summary>Where servers answer the load balancer's checks.</summary>
    [Output("healthCheckPath")]
    public Output<string> HealthCheckPath { get; private set; }

    /// <summary>The security policy of the HTTPS listener.</summary>
    [Output("tlsPolicy")]
    public Output<string> TlsPolicy { get; private set; }

    /// <summary>The header fields that every answer over HTTPS has, with their values.</summary>
    [Output("responseHeaders")]
    public Output<ImmutableDictionary<string, string>> ResponseHeaders { get; private set; }

    /// <summary>The certificate that visitors are to trust, in PEM, where it is self-signed; none where others vouch for it.</summary>
    [Output("certificate")]
    public Output<string?> CertificatePem { get; private set; }

    /// <summary>The requests that one address may make in five minutes before the firewall blocks it; none without a firewall.</summary>
    [Output("firewallRateLimit")]
    public Output<int?> FirewallRateLimit { get; private set; }

    /// <summary>The longest until a server that stops answering gets no more requests.</summary>
    [Output("secondsToNoticeSickServer")]
    public Output<int> SecondsToNoticeSickServer { get; private set; }

    /// <summary>The longest until the replacement of a server that stops answering gets requests.</summary>
    [Output("secondsToReplaceSickServer")]
    public Output<int> SecondsToReplaceSickServer { get; private set; }

    /// <summary>The longest until one more server gets requests after the load has risen above the target.</summary>
    [Output("secondsToAddServer")]
    public Output<int> SecondsToAddServer { get; private set; }

    /// <summary>How long a roll leaves a new server in service, once it is healthy, before it goes on.</summary>
    [Output("secondsToWarmUp")]
    public Output<int> SecondsToWarmUp { get; private set; }

    /// <summary>The longest that a roll of all servers takes, with the time in which alarms may ring for the new version.</summary>
    [Output("secondsToRoll")]
    public Output<int> SecondsToRoll { get; private set; }

    private static StackOptions OptionsWith(ResourceTags tags, ResourceTransformation? observe)
    {
        var options = new StackOptions { ResourceTransformations = { tags.Apply } };
        if (observe is not null)
            options.ResourceTransformations.Add(observe);

        return options;
    }
}
