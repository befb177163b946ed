using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The way from the load balancer to the servers: one port, one protocol, both ways.</summary>
internal static class HopControls
{
    private static readonly string[] OtherEnds = ["referencedSecurityGroupId", "prefixListId", "cidrIpv4", "cidrIpv6"];

    public static ControlArea Area { get; } = new("Way to the servers",
    [
        new("hop-attached", Severity.Critical, "A listener forwards to the target group, and the servers register with it.")
        {
            Requirements = ["R5", "R6"],
            On = Subjects.TargetGroups,
            Problem = (targets, graph) => !graph.BalancersBefore(targets).Any()
                ? "gets no request: no listener of a load balancer forwards to it"
                : graph.GroupsBehind(targets).Any() ? null : "has no servers: no Auto Scaling group names it in targetGroupArns",
            Mend = "name it in the HTTPS listener's default action, and in the group's targetGroupArns",
        },
        new("hop-registers", Severity.Critical, "Servers register with target groups of this stack, and all of them take requests.")
        {
            Requirements = ["R5", "R6"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, graph) => group.Texts("targetGroupArns") is not { Count: > 0 } arns
                ? Expect.Actual(group, "targetGroupArns")
                : arns.Any(arn => graph.ByIdOrArn(TypeToken.TargetGroup, arn) is null)
                    ? "registers with a target group that is not the stack's"
                    : null,
            Mend = "set targetGroupArns to the target group that the HTTPS listener forwards to",
        },
        new("hop-instances", Severity.High, "Targets are the group's servers, asked over HTTP/1.1, the oldest as much as the newest.")
        {
            Requirements = ["R5", "R7"],
            On = Subjects.TargetGroups,
            // AWS's defaults, where nothing is set, are these.
            Problem = Expect.All(
                Either("targetType", "instance"),
                Either("protocolVersion", "HTTP1"),
                Either("loadBalancingAlgorithmType", "round_robin", "least_outstanding_requests", "weighted_random"),
                Either("slowStart", "0"),
                Expect.NotTrue("stickiness.enabled")),
            Mend = "set targetType instance and protocolVersion HTTP1, and neither slowStart nor stickiness: servers hold no session",
        },
        new("hop-template", Severity.Critical,
            "Servers start from the newest version of the stack's launch template, in its private subnets.")
        {
            Requirements = ["R1", "R6"],
            On = Subjects.AutoScalingGroups.Where(group => !group.Has("mixedInstancesPolicy")),
            Problem = (group, graph) => graph.TemplateOf(group) is not { } template
                ? "starts from a launch template that is not the stack's"
                : group.Number("launchTemplate.version") is { } version && version > LatestOf(template)
                    ? Expect.Actual(group, "launchTemplate.version")
                    : SubnetProblem(group, graph),
            Mend = "set launchTemplate.id and version to the template's, and vpcZoneIdentifiers to the private subnets",
        },
        new("hop-security-groups", Severity.Critical, "The load balancer and the servers have security groups of this stack, each its own.")
        {
            Requirements = ["R1"],
            On = Subjects.TargetGroups,
            Problem = OwnGroups,
            Mend = "set the load balancer's securityGroups, and securityGroups of the launch template's network interface",
        },
        new("hop-rule-owned", Severity.High, "Every rule belongs to a security group of this stack, and names only such.")
        {
            Requirements = ["R1"],
            On = new("security group rule", graph =>
                graph.OfType(TypeToken.SecurityGroupIngressRule).Concat(graph.OfType(TypeToken.SecurityGroupEgressRule))),
            Problem = (rule, graph) => graph.ByIdOrArn(TypeToken.SecurityGroup, rule.Text("securityGroupId")) is null
                ? Expect.Actual(rule, "securityGroupId")
                : rule.Has("referencedSecurityGroupId")
                    && graph.ByIdOrArn(TypeToken.SecurityGroup, rule.Text("referencedSecurityGroupId")) is null
                        ? Expect.Actual(rule, "referencedSecurityGroupId")
                        : Ends(rule) == 1 ? null : "names no other end, or several",
            Mend = "set securityGroupId, and one of referencedSecurityGroupId, prefixListId and a block of addresses",
        },
        new("hop-out-of-load-balancer", Severity.Critical,
            "The load balancer's group lets it reach the servers on their port, and nothing else.")
        {
            Requirements = ["R1", "R5"],
            On = Subjects.TargetGroups,
            Problem = (targets, graph) => Rules(
                targets, graph.Egress(BalancerGroups(targets, graph)), graph.ServerGroupsBehind(targets), "lets out to"),
            Mend = "give the load balancer's group one egress rule: TCP to the servers' group on the target group's port",
        },
        new("hop-into-servers", Severity.Critical, "The servers' group admits the load balancer on their port, and nothing else.")
        {
            Requirements = ["R1", "R5"],
            On = Subjects.TargetGroups,
            Problem = (targets, graph) => Rules(
                targets, graph.Ingress(graph.ServerGroupsBehind(targets)), BalancerGroups(targets, graph), "admits"),
            Mend = "give the servers' group one ingress rule: TCP from the load balancer's group on the target group's port",
        },
        new("hop-acl", Severity.Critical, "The ACLs between load balancer and servers let requests and answers pass.")
        {
            Requirements = ["R5"],
            On = Subjects.TargetGroups,
            Problem = Expect.None("is cut off:", AclProblems),
            Mend = "allow the target group's port from the load balancer's subnets to the servers', and 1024 to 65535 back",
        },
    ]);

    private static Expectation Either(string path, params string[] allowed) => (node, _) =>
        node.Text(path) is not { } text || allowed.Contains(text) ? null : Expect.Actual(node, path);

    private static double LatestOf(ResourceNode template) =>
        template.FindOutput("latestVersion") is double latest ? latest : 1;

    private static string? SubnetProblem(ResourceNode group, ResourceGraph graph)
    {
        var ids = group.Texts("vpcZoneIdentifiers");
        var known = graph.SubnetsAmong(ids).ToList();
        if (known.Count == 0 || known.Count < ids.Distinct().Count())
            return "starts servers in a subnet that is not the stack's";

        return graph.OfType(TypeToken.LoadBalancer).SelectMany(balancer => balancer.Texts("subnets")).Intersect(ids).Any()
            ? "starts servers in a subnet of the load balancer"
            : null;
    }

    private static List<string> BalancerGroups(ResourceNode targets, ResourceGraph graph) =>
        [.. graph.BalancersBefore(targets).SelectMany(balancer => balancer.Texts("securityGroups")).Distinct()];

    private static string? OwnGroups(ResourceNode targets, ResourceGraph graph)
    {
        if (!graph.BalancersBefore(targets).Any() || !graph.GroupsBehind(targets).Any())
            return null;

        var before = BalancerGroups(targets, graph);
        var behind = graph.ServerGroupsBehind(targets);
        return before.Count == 0 ? "has a load balancer without a security group"
            : behind.Count == 0 ? "has servers without a security group"
            : before.Concat(behind).Any(id => graph.ByIdOrArn(TypeToken.SecurityGroup, id) is null)
                ? "has a security group that is not the stack's on its way"
                : before.Intersect(behind).Any() ? "has servers with the load balancer's security group" : null;
    }

    private static int Ends(ResourceNode rule) =>
        OtherEnds.Count(path => rule.Text(path) is { Length: > 0 });

    private static string? Rules(ResourceNode targets, IEnumerable<ResourceNode> rules, IReadOnlyCollection<string> peers, string verb)
    {
        if (peers.Count == 0)
            return null;

        var port = targets.Number("port") ?? 0;
        var all = rules.ToList();
        var right = all.Where(rule => SecurityGroupPassage.IsAbout(rule, port) && SecurityGroupPassage.Names(rule, peers)).ToList();
        if (right.Count == 0)
            return string.Create(CultureInfo.InvariantCulture, $"is cut off: no rule {verb} the other side on {port}");

        var wide = all.Except(right).Concat(right.Where(rule => rule.Number("fromPort") != rule.Number("toPort")
            || rule.Text("ipProtocol") == "-1"));
        return wide.Select(rule => $"has a way beside it: {rule.Name} {verb} more").FirstOrDefault();
    }

    private static IEnumerable<string?> AclProblems(ResourceNode targets, ResourceGraph graph)
    {
        var port = targets.Number("port") ?? 0;
        var before = graph.SubnetsAmong([.. graph.BalancersBefore(targets).SelectMany(balancer => balancer.Texts("subnets"))]).ToList();
        var behind = graph.SubnetsAmong([.. graph.GroupsBehind(targets).SelectMany(group => group.Texts("vpcZoneIdentifiers"))]).ToList();

        // Requests go to the servers of all zones.
        return
            from one in before
            from other in behind
            let stopped = graph.StoppedBetween(one, other, port)
            where stopped is not null
            select stopped;
    }
}
