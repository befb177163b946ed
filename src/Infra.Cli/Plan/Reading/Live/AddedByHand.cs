using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading.Live;

/// <summary>
/// What a resource shows of parts that the program makes as resources of their own (rules of a security group, routes of a table, entries
/// of an ACL, policies of a role) and that no resource is there for: somebody made them by hand.
/// </summary>
internal static class AddedByHand
{
    private static readonly (string Shown, string Input)[] RouteBlocks =
    [
        ("cidrBlock", "destinationCidrBlock"), ("ipv6CidrBlock", "destinationIpv6CidrBlock"),
        ("destinationPrefixListId", "destinationPrefixListId"),
    ];

    /// <summary>The parts, as the resources that they would be if the program made them.</summary>
    public static IEnumerable<ReadResource> Beside(IReadOnlyList<ReadResource> resources)
    {
        var declared = new DeclaredParts(resources);
        foreach (var owner in resources)
        {
            var parts = PartsOf(owner).Where(part => !declared.Have(part.Type, part.Identity)).ToList();
            for (var index = 0; index < parts.Count; index++)
                yield return Resource(owner, parts[index], index + 1);
        }
    }

    private static IEnumerable<Part> PartsOf(ReadResource owner) => owner.Type switch
    {
        TypeToken.SecurityGroup => Rules(owner, "ingress", TypeToken.SecurityGroupIngressRule)
            .Concat(Rules(owner, "egress", TypeToken.SecurityGroupEgressRule)),
        TypeToken.RouteTable => Items(owner, "routes").Where(IsChosen).Select(route => Route(owner, route)),
        TypeToken.NetworkAcl => Entries(owner, "ingress", isEgress: false).Concat(Entries(owner, "egress", isEgress: true)),
        TypeToken.Role => Attached(owner).Concat(Inline(owner)),
        _ => [],
    };

    // The provider joins rules that differ in their source alone.
    private static IEnumerable<Part> Rules(ReadResource owner, string direction, string type) =>
        from rule in Items(owner, direction)
        from end in Ends(owner, rule)
        let isAll = Text(rule, "protocol") is "-1" or "all"
        select new Part(
            type,
            isAll
                ? [("securityGroupId", owner.Id), end, ("ipProtocol", "-1")]
                :
                [
                    ("securityGroupId", owner.Id), end, ("ipProtocol", Text(rule, "protocol")),
                    ("fromPort", rule.GetValueOrDefault("fromPort")), ("toPort", rule.GetValueOrDefault("toPort")),
                ],
            [("description", Text(rule, "description"))]);

    private static IEnumerable<(string Input, object? Value)> Ends(ReadResource owner, ImmutableDictionary<string, object> rule) =>
    [
        .. Texts(rule, "cidrBlocks").Select(block => ("cidrIpv4", (object?)block)),
        .. Texts(rule, "ipv6CidrBlocks").Select(block => ("cidrIpv6", (object?)block)),
        .. Texts(rule, "prefixListIds").Select(list => ("prefixListId", (object?)list)),
        // Of another account's group it shows whose it is.
        .. Texts(rule, "securityGroups").Select(other => ("referencedSecurityGroupId", (object?)other.Split('/')[^1])),
        .. rule.GetValueOrDefault("self") is true ? [("referencedSecurityGroupId", (object?)owner.Id)] : Array.Empty<(string, object?)>(),
    ];

    // Those within the VPC, and to gateway endpoints, AWS adds itself.
    private static bool IsChosen(ImmutableDictionary<string, object> route) =>
        Text(route, "gatewayId") is not { } gateway
        || gateway != "local" && !gateway.StartsWith("vpce-", StringComparison.Ordinal);

    private static Part Route(ReadResource table, ImmutableDictionary<string, object> route) => new(
        TypeToken.Route,
        [("routeTableId", table.Id), .. RouteBlocks.Select(block => (block.Input, (object?)Text(route, block.Shown)))],
        [.. RouteEnds.All.Select(end => (end, (object?)Text(route, end)))]);

    private static IEnumerable<Part> Entries(ReadResource acl, string direction, bool isEgress) =>
        Items(acl, direction).Select(entry => new Part(
            TypeToken.NetworkAclRule,
            [("networkAclId", acl.Id), ("egress", isEgress), ("ruleNumber", entry.GetValueOrDefault("ruleNo"))],
            [
                ("ruleAction", Text(entry, "action")), ("protocol", Text(entry, "protocol")), ("cidrBlock", Text(entry, "cidrBlock")),
                ("ipv6CidrBlock", Text(entry, "ipv6CidrBlock")), ("fromPort", entry.GetValueOrDefault("fromPort")),
                ("toPort", entry.GetValueOrDefault("toPort")),
            ]));

    private static IEnumerable<Part> Attached(ReadResource role) => Texts(role.Outputs, "managedPolicyArns")
        .Select(policy => new Part(TypeToken.RolePolicyAttachment, [("role", role.Id), ("policyArn", policy)], []));

    private static IEnumerable<Part> Inline(ReadResource role) => Items(role, "inlinePolicies")
        .Where(policy => Text(policy, "policy") is not null)
        .Select(policy => new Part(
            TypeToken.RolePolicy, [("role", role.Id), ("name", Text(policy, "name"))], [("policy", Text(policy, "policy"))]));

    private static ReadResource Resource(ReadResource owner, Part part, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{owner.Name}-by-hand-{number}");
        var inputs = part.Identity.Concat(part.Rest).Where(input => input.Value is not null)
            .ToImmutableDictionary(input => input.Input, input => input.Value!, StringComparer.Ordinal);
        var urn = owner.Urn.Split("::", 4);
        return new()
        {
            Urn = $"{urn[0]}::{urn[1]}::{urn[2]}${part.Type}::{name}",
            Type = part.Type,
            IsCustom = true,
            Id = name,
            Provider = owner.Provider,
            Parent = owner.Urn,
            Inputs = inputs,
            Outputs = inputs,
            IsAddedByHand = true,
        };
    }

    private static IEnumerable<ImmutableDictionary<string, object>> Items(ReadResource owner, string output) =>
        owner.Outputs.GetValueOrDefault(output) is ImmutableArray<object> items ? items.OfType<ImmutableDictionary<string, object>>() : [];

    private static IEnumerable<string> Texts(ImmutableDictionary<string, object> members, string name) =>
        members.GetValueOrDefault(name) is ImmutableArray<object> items ? items.OfType<string>() : [];

    private static string? Text(ImmutableDictionary<string, object> members, string name) =>
        members.GetValueOrDefault(name) is string { Length: > 0 } text ? text : null;

    /// <summary>A part of a resource.</summary>
    /// <param name="Type">The type of resource that the program makes such a part by.</param>
    /// <param name="Identity">The inputs that tell one from another; a null where a resource must not have it.</param>
    /// <param name="Rest">The others.</param>
    private sealed record Part(string Type, (string Input, object? Value)[] Identity, (string Input, object? Value)[] Rest);
}
