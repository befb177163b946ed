using Infra.Applications;
using Infra.Certificates;
using Infra.LoadBalancing;
using Infra.Logging;
using Infra.Networking;
using Infra.Observability;
using Infra.Servers;
using Infra.Site;
using Pulumi;

namespace Infra;

/// <summary>
/// A web server as it should be on AWS. This is the table of contents: each component makes a part of it. <see cref="WebStack"/> has them
/// at its top, and a <see cref="WebTier"/> under itself.
/// </summary>
internal sealed class WebTierParts
{
    /// <summary>Makes the parts.</summary>
    /// <param name="args">What each is given.</param>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="options">Whose children they are; the stack's by default.</param>
    public WebTierParts(StackArgs args, string prefix = "", ComponentResourceOptions? options = null)
    {
        // Where the evidence is kept, and what the servers serve.
        var logs = new LogArchive($"{prefix}logs", args.LogArchive(), options);
        var site = new SiteBundle($"{prefix}site", args.SiteBundle(logs), options);

        // Where everything stands, and who may talk to whom.
        Network = args.ExistingNetwork() ?? TierNetwork.Of(new Network($"{prefix}net", args.Network(site), options));
        Groups = new SecurityGroups($"{prefix}access", args.SecurityGroups(Network), options);
        var output = args.SendsOutput ? new ApplicationLogs($"{prefix}application-logs", args.ApplicationLogs(), options) : null;
        if (Groups.EndpointGroupId is { } endpointGroupId)
            _ = new VpcEndpoints($"{prefix}endpoints", args.VpcEndpoints(Network, endpointGroupId, output), options);

        // The only way in.
        Certificate = new Certificate($"{prefix}cert", args.Certificate(), options);
        LoadBalancer = new HttpsLoadBalancer($"{prefix}web", args.LoadBalancer(Network, Groups, Certificate, logs), options);
        if (args.HasWebFirewall)
            _ = new WebFirewall($"{prefix}waf", args.WebFirewall(LoadBalancer), options);
        if (args.SiteName is { } siteName)
            _ = new SiteAlias($"{prefix}alias", args.SiteAlias(siteName, LoadBalancer), options);

        // The servers, and who is told when something is wrong with them. What visitors get is watched before there are servers:
        // its alarms end a roll of theirs.
        Alerts = new AlertTopic($"{prefix}alerts", args.AlertTopic(), options);
        var monitoring = new Monitoring($"{prefix}watch", args.Monitoring(LoadBalancer, Certificate, Alerts), options);
        Fleet = new ServerFleet($"{prefix}fleet", args.ServerFleet(Network, Groups, LoadBalancer, site, monitoring, output), options);
        DashboardUrl = monitoring.WatchServers(Fleet.GroupName);

        Url = args.SiteName is null
            ? Output.Format($"https://{LoadBalancer.DnsName}")
            : Output.Create($"https://{args.SiteName.DomainName}");
    }

    public TierNetwork Network { get; }

    public SecurityGroups Groups { get; }

    public Certificate Certificate { get; }

    public HttpsLoadBalancer LoadBalancer { get; }

    public AlertTopic Alerts { get; }

    public ServerFleet Fleet { get; }

    /// <summary>The dashboard in the AWS console.</summary>
    public Output<string> DashboardUrl { get; }

    /// <summary>Where the site is: the domain name if there is one, else the load balancer's own.</summary>
    public Output<string> Url { get; }
}
