using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Facts;

/// <summary>All that either of two architectures has, so that a drawing has room for what is new and for what is gone.</summary>
internal static class BothArchitectures
{
    /// <summary>The new one, and what only the former one has.</summary>
    public static Architecture Of(Architecture before, Architecture after) => after with
    {
        SiteName = after.SiteName ?? before.SiteName,
        Firewall = after.Firewall is { } firewall ? firewall with { Log = firewall.Log ?? before.Firewall?.Log } : before.Firewall,
        Zones =
        [
            .. after.Zones.Select(zone => zone with { HasNatGateway = zone.HasNatGateway || HasNatGateway(before, zone.Name) })
                .Concat(before.Zones.Where(zone => !Has(after, zone.Name)))
                .OrderBy(zone => zone.Name, StringComparer.Ordinal),
        ],
        InterfaceEndpoints = [.. after.InterfaceEndpoints.Union(before.InterfaceEndpoints, StringComparer.Ordinal)],
        GatewayEndpoints = [.. after.GatewayEndpoints.Union(before.GatewayEndpoints, StringComparer.Ordinal)],
        FlowLog = after.FlowLog ?? before.FlowLog,
        ServerLog = after.ServerLog ?? before.ServerLog,
        Redirect = after.Redirect ?? before.Redirect,
        LoadBalancer = after.LoadBalancer.BucketLogs.Count > 0 ? after.LoadBalancer : WithLogsOf(before.LoadBalancer, after.LoadBalancer),
        Topic = after.Topic with
        {
            Emails = after.Topic.Emails.Count > 0 ? after.Topic.Emails : before.Topic.Emails,
            HasGroupEvents = after.Topic.HasGroupEvents || before.Topic.HasGroupEvents,
        },
        DrawnServers = Math.Max(before.Group.MaxSize, after.Group.MaxSize),
        IsComparison = true,
    };

    private static DeclaredLoadBalancer WithLogsOf(DeclaredLoadBalancer before, DeclaredLoadBalancer after) => after with
    {
        AccessLogs = before.AccessLogs,
        ConnectionLogs = before.ConnectionLogs,
        HealthCheckLogs = before.HealthCheckLogs,
    };

    private static bool Has(Architecture architecture, string zone) => architecture.Zones.Any(other => other.Name == zone);

    private static bool HasNatGateway(Architecture architecture, string zone) =>
        architecture.Zones.Any(other => other.Name == zone && other.HasNatGateway);
}
