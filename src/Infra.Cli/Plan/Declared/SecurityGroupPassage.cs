using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>What rules of security groups let through. Answers to what they let through pass by themselves.</summary>
internal static class SecurityGroupPassage
{
    /// <summary>The rules of groups for what comes in.</summary>
    public static IEnumerable<ResourceNode> Ingress(this ResourceGraph graph, IReadOnlyCollection<string> groups) =>
        graph.OfType(TypeToken.SecurityGroupIngressRule).Where(rule => groups.Contains(rule.Text("securityGroupId")));

    /// <summary>The rules of groups for what goes out.</summary>
    public static IEnumerable<ResourceNode> Egress(this ResourceGraph graph, IReadOnlyCollection<string> groups) =>
        graph.OfType(TypeToken.SecurityGroupEgressRule).Where(rule => groups.Contains(rule.Text("securityGroupId")));

    /// <summary>Whether a rule is about TCP on a port.</summary>
    public static bool IsAbout(ResourceNode rule, double port) =>
        rule.Text("ipProtocol") == "-1"
        || rule.Text("ipProtocol") is "tcp" or "6" && rule.Number("fromPort") <= port && port <= rule.Number("toPort");

    /// <summary>Whether a rule is about one of some groups at its other end.</summary>
    public static bool Names(ResourceNode rule, IReadOnlyCollection<string> groups) =>
        groups.Contains(rule.Text("referencedSecurityGroupId"));
}
