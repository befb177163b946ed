using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R1: whoever is not the load balancer gets no connection to a server.</summary>
internal sealed class AdmittedStep : IDrillStep
{
    public IReadOnlyList<Claim> Claims { get; } =
    [
        new(
            "R1",
            "the servers' security groups admit the load balancer and nobody else",
            "that nobody changes them, or that the load balancer's own group is on nothing else"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        var machines = await context.Cloud.MachinesAsync(cancellation);
        var ids = machines.SelectMany(machine => machine.SecurityGroups).Select(group => group.GroupId).Distinct().ToList();
        if (ids.Count == 0)
            return [Finding.NotChecked("no machine of the group runs")];

        var admitted = (await context.Cloud.LoadBalancerGroupsAsync(cancellation)).ToHashSet();
        var groups = await context.Cloud.SecurityGroupsAsync(ids, cancellation);
        var strangers = string.Join(
            "; ",
            from each in groups
            from source in each.IpPermissions.SelectMany(SourcesOf).Distinct()
            where !admitted.Contains(source)
            select $"{each.GroupId} admits {source}");
        return [Finding.Of(strangers == "", strangers == "" ? $"{string.Join(", ", ids)}: only {string.Join(", ", admitted)}" : strangers)];
    }

    private static IEnumerable<string> SourcesOf(Permission permission) =>
    [
        .. permission.UserIdGroupPairs.Select(pair => pair.GroupId),
        .. permission.IpRanges.Select(range => range.CidrIp),
        .. permission.Ipv6Ranges.Select(range => range.CidrIpv6),
        .. permission.PrefixListIds.Select(list => list.PrefixListId),
    ];
}
