using System.Globalization;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Says what security groups and network ACLs let in, and from whom. What only answers come through is named as that.</summary>
internal static class GuardText
{
    // Answers come to a port that the asking side has chosen, which is none of the well-known ones.
    private const int FirstChosenPort = 1024;

    private const string BalancersGroup = "the load balancer's group alone";

    public static Admission Of(DeclaredStack stack, IReadOnlyList<string> subnetIds, IReadOnlyList<string> securityGroups)
    {
        var subnets = stack.Subnets.Where(subnet => subnetIds.Contains(subnet.Node.Id)).ToList();
        var acls = subnets.Select(stack.AclIngressOf).ToList();
        var admitted = stack.IngressOf(securityGroups);
        var said = Said(stack, acls);
        return new(
            [.. said.Select(way => $"Network ACL: {way}"), .. said.Skip(1).Select(way => $"ACL: {way}")],
            [.. Ways(stack, admitted).Select(way => $"Security group: {way}").Distinct(StringComparer.Ordinal)])
        {
            Groups = [.. Requests(stack, admitted).Select(rule => new AdmittedPorts(rule.Ports, Briefly(rule.Sources)))],
        };
    }

    // A drawing has one line for the ACLs of all zones.
    private static List<string> Said(DeclaredStack stack, IReadOnlyList<IReadOnlyList<DeclaredIngress>?> acls)
    {
        var ways = acls.Select(acl => acl is null ? ["all, as the VPC's own"] : Ways(stack, acl).ToList()).ToList();
        return ways is [var first, ..] && ways.TrueForAll(other => other.SequenceEqual(first)) ? first : ["differs by zone"];
    }

    private static IEnumerable<string> Ways(DeclaredStack stack, IReadOnlyList<DeclaredIngress> rules)
    {
        var requests = Requests(stack, rules);
        var answers = rules.Where(IsForAnswers).Select(rule => Name(stack, rule.Source)).Distinct().ToList();
        if (requests.Count + answers.Count == 0)
            return ["nothing"];

        string[] said = [.. requests.Select(rule => $"{rule.Ports} from {rule.Sources}")];
        return answers.Count == 0
            ? [Joined(said)]
            : [Joined([.. said, $"answers from {string.Join(", ", answers)}"]), Joined([.. said, "answers"])];

        static string Joined(string[] parts) => string.Join("; ", parts);
    }

    private static List<(string Ports, string Sources)> Requests(DeclaredStack stack, IReadOnlyList<DeclaredIngress> rules) =>
    [
        .. rules.Where(rule => !IsForAnswers(rule))
            .GroupBy(Ports, rule => rule.Source)
            .Select(rule => (Ports: rule.Key, Sources: rule.Distinct().Order(StringComparer.Ordinal).ToList()))
            .GroupBy(rule => string.Join(", ", rule.Sources.Select(source => Name(stack, source))), rule => rule.Ports)
            .Select(rule => (string.Join(", ", rule), rule.Key)),
    ];

    private static IReadOnlyList<string> Briefly(string sources) =>
        sources == BalancersGroup ? [sources, "load balancer alone"] : [sources];

    private static bool IsForAnswers(DeclaredIngress rule) => rule.FromPort >= FirstChosenPort && rule.ToPort > rule.FromPort;

    private static string Ports(DeclaredIngress rule) => (rule.FromPort, rule.ToPort) switch
    {
        (0, 65535) => "all ports",
        var (from, to) when from == to => from.ToString(CultureInfo.InvariantCulture),
        var (from, to) => string.Create(CultureInfo.InvariantCulture, $"{from}-{to}"),
    };

    private static string Name(DeclaredStack stack, string source)
    {
        if (stack.LoadBalancers.Any(balancer => balancer.SecurityGroupIds.Contains(source)))
            return BalancersGroup;

        return stack.Groups.Any(group => group.LaunchTemplate?.SecurityGroupIds.Contains(source) == true) ? "the servers' group" : source;
    }
}
