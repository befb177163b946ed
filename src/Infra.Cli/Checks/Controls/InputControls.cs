using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>What holds of the inputs of every resource.</summary>
internal static class InputControls
{
    // As a text it means everything.
    private const string Prefix = "prefix";

    // The default security group has no rules because its lists are empty.
    private static readonly string[] EmptyOfRules = ["ingress", "egress"];

    public static ControlArea Area { get; } = new("Inputs",
    [
        new("inputs-not-empty", Severity.Medium, "No input is an empty text, list or block, which AWS refuses or takes for its default.")
        {
            On = new("resource", graph => graph.Nodes.Where(node => node.IsCustom)),
            Problem = (node, _) => node.Inputs
                .OrderBy(input => input.Key, StringComparer.Ordinal)
                .Where(input => !(node.Type == TypeToken.DefaultSecurityGroup && EmptyOfRules.Contains(input.Key)))
                .Select(input => FirstEmpty(input.Key, input.Key, input.Value))
                .FirstOrDefault(path => path is not null) is { } empty
                    ? $"{empty} is empty"
                    : null,
            Mend = "give it a value, or leave it out",
        },
    ]);

    private static bool IsMeaningful(string name) => name == Prefix || BlocksThatSay.Has(name);

    private static string? FirstEmpty(string path, string name, object value) => value switch
    {
        "" => IsMeaningful(name) ? null : path,
        ImmutableDictionary<string, object> { IsEmpty: true } => IsMeaningful(name) ? null : path,
        ImmutableDictionary<string, object> members => members
            .Select(member => FirstEmpty($"{path}.{member.Key}", member.Key, member.Value))
            .FirstOrDefault(empty => empty is not null),
        ImmutableArray<object> { IsEmpty: true } => path,
        ImmutableArray<object> items => items
            .Select((item, index) => FirstEmpty(string.Create(CultureInfo.InvariantCulture, $"{path}.{index}"), name, item))
            .FirstOrDefault(empty => empty is not null),
        _ => null,
    };
}
