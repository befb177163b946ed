using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>What the provider shows of a resource that the program makes by other resources.</summary>
internal sealed class Mirrors(ResourceGraph shown)
{
    private static readonly string[] Parts =
    [
        TypeToken.SecurityGroupIngressRule, TypeToken.SecurityGroupEgressRule, TypeToken.Route, TypeToken.NetworkAclRule,
        TypeToken.NetworkAclAssociation, TypeToken.RolePolicyAttachment,
    ];

    private readonly ResourceGraph _graph = shown.With(node => node.IsCustom ? node with { Inputs = node.Outputs } : node);

    /// <summary>Whether other resources show what a resource says.</summary>
    public static bool Reflect(ResourceNode node) => Parts.Contains(node.Type);

    /// <summary>The outputs, those of AWS's own doing among them.</summary>
    public ImmutableDictionary<string, object> Of(ResourceNode node) => (node.Type switch
    {
        TypeToken.SecurityGroup => new[]
        {
            ("ingress", Rules(node, TypeToken.SecurityGroupIngressRule)), ("egress", Rules(node, TypeToken.SecurityGroupEgressRule)),
        },
        TypeToken.RouteTable => [("routes", Routes(node))],
        TypeToken.NetworkAcl => [("ingress", Entries(node, "false")), ("egress", Entries(node, "true")), ("subnetIds", Subnets(node))],
        TypeToken.Role => [("managedPolicyArns", Policies(node))],
        _ => Array.Empty<(string, ImmutableArray<object>)>(),
    }).ToImmutableDictionary(output => output.Item1, object (output) => output.Item2);

    // Those that differ in nothing but who is let in are one.
    private ImmutableArray<object> Rules(ResourceNode group, string type) => _graph.OfType(type)
        .Where(rule => rule.Text("securityGroupId") == group.Id)
        .GroupBy(rule => (rule.Text("ipProtocol"), rule.Number("fromPort"), rule.Number("toPort"), rule.Text("description")))
        .Select(rules => Map(
            ("cidrBlocks", All(rules, "cidrIpv4")),
            ("description", rules.Key.Item4 ?? ""),
            ("fromPort", rules.Key.Item2 ?? 0),
            ("ipv6CidrBlocks", All(rules, "cidrIpv6")),
            ("prefixListIds", All(rules, "prefixListId")),
            ("protocol", rules.Key.Item1!),
            ("securityGroups", All(rules, "referencedSecurityGroupId")),
            ("self", false),
            ("toPort", rules.Key.Item3 ?? 0)))
        .ToImmutableArray();

    private ImmutableArray<object> Routes(ResourceNode table) => _graph.OfType(TypeToken.Route)
        .Where(route => route.Text("routeTableId") == table.Id)
        .Select(route => Map(
            ("carrierGatewayId", ""),
            ("cidrBlock", route.Text("destinationCidrBlock") ?? ""),
            ("destinationPrefixListId", ""),
            ("egressOnlyGatewayId", ""),
            ("gatewayId", route.Text("gatewayId") ?? ""),
            ("ipv6CidrBlock", route.Text("destinationIpv6CidrBlock") ?? ""),
            ("natGatewayId", route.Text("natGatewayId") ?? "")))
        .ToImmutableArray();

    private ImmutableArray<object> Entries(ResourceNode acl, string isEgress) => _graph.OfType(TypeToken.NetworkAclRule)
        .Where(rule => rule.Text("networkAclId") == acl.Id && rule.Text("egress") == isEgress)
        .Select(rule => Map(
            ("action", rule.Text("ruleAction")!),
            ("cidrBlock", rule.Text("cidrBlock") ?? ""),
            ("fromPort", rule.Number("fromPort") ?? 0),
            ("icmpCode", rule.Number("icmpCode") ?? 0),
            ("icmpType", rule.Number("icmpType") ?? 0),
            ("ipv6CidrBlock", rule.Text("ipv6CidrBlock") ?? ""),
            ("protocol", rule.Text("protocol")!),
            ("ruleNo", rule.Number("ruleNumber")!),
            ("toPort", rule.Number("toPort") ?? 0)))
        .ToImmutableArray();

    private ImmutableArray<object> Subnets(ResourceNode acl) => _graph.OfType(TypeToken.NetworkAclAssociation)
        .Where(association => association.Text("networkAclId") == acl.Id)
        .Select(association => (object)association.Text("subnetId")!)
        .ToImmutableArray();

    private ImmutableArray<object> Policies(ResourceNode role) => _graph.OfType(TypeToken.RolePolicyAttachment)
        .Where(attachment => attachment.Text("role") == role.Id)
        .Select(attachment => (object)attachment.Text("policyArn")!)
        .ToImmutableArray();

    private static ImmutableArray<object> All(IEnumerable<ResourceNode> rules, string input) =>
        rules.Select(rule => rule.Text(input)).OfType<object>().ToImmutableArray();
}
