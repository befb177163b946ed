using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Diff.Resources;

/// <summary>
/// Writes a plan's ids, ARNs and generated names as what they are of, e.g. <c>${net-vpc.id}</c>. They are another plan's with other
/// digits, made up here and AWS's own there, and that is no difference; which resource is meant may be one.
/// </summary>
internal sealed partial class MadeUpTexts
{
    private const string Account = "${account}";

    // A shorter one is in other texts by chance: it counts only where it is all of an input that comes from the resource.
    private const int ShortestPart = 8;

    private readonly Dictionary<string, string> _byText = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string Text, string Reference)> _short;
    private readonly KeyValuePair<string, string>[] _parts;
    private readonly string? _account;

    /// <param name="graph">The plan.</param>
    /// <param name="nameOf">What a resource is called in a reference.</param>
    public MadeUpTexts(ResourceGraph graph, Func<ResourceNode, string> nameOf)
    {
        List<(string Urn, string Text, string Reference)> shortOnes = [];
        foreach (var (node, text, output) in Ids(graph).Concat(Arns(graph)).Concat(Others(graph)))
        {
            var reference = $"${{{nameOf(node)}.{output}}}";
            if (text.Length < ShortestPart)
                shortOnes.Add((node.Urn, text, reference));
            else
                _byText.TryAdd(text, reference);
        }

        _short = shortOnes.ToLookup(made => made.Urn, made => (made.Text, made.Reference), StringComparer.Ordinal);

        // The longest first: an ARN has a name in it that is another output.
        _parts = [.. _byText.OrderByDescending(made => made.Key.Length).ThenBy(made => made.Key, StringComparer.Ordinal)];
        _account = Ids(graph).Concat(Arns(graph)).Select(made => AccountOfArn().Match(made.Text))
            .FirstOrDefault(match => match.Success)?.Groups[1].Value;
    }

    /// <summary>The text with references in it.</summary>
    /// <param name="text">An input, or what stands in one.</param>
    /// <param name="sources">URNs of the resources that the input comes from.</param>
    public string WithReferences(string text, ImmutableArray<string> sources)
    {
        foreach (var source in sources)
        {
            if (_short[source].FirstOrDefault(made => made.Text == text).Reference is { } reference)
                return reference;
        }

        if (_byText.TryGetValue(text, out var whole))
            return whole;

        var shown = text;
        foreach (var (part, reference) in _parts)
        {
            if (part.Length <= text.Length)
                shown = shown.Replace(part, reference, StringComparison.Ordinal);
        }

        return _account is null ? shown : shown.Replace(_account, Account, StringComparison.Ordinal);
    }

    private static IEnumerable<(ResourceNode Node, string Text, string Output)> Ids(ResourceGraph graph) =>
        from node in graph.Nodes
        where node is { IsCustom: true, Id: not null } && !IsDeclared(node, node.Id)
        select (node, node.Id, "id");

    private static IEnumerable<(ResourceNode Node, string Text, string Output)> Arns(ResourceGraph graph) =>
        from node in graph.Nodes
        where node.Output("arn") is { } arn && !IsDeclared(node, arn)
        select (node, node.Output("arn")!, "arn");

    private static IEnumerable<(ResourceNode Node, string Text, string Output)> Others(ResourceGraph graph) =>
        from node in graph.Nodes
        let made = MadeOutputs(graph, node)
        from output in node.Outputs.OrderBy(output => output.Key, StringComparer.Ordinal)
        where output.Value is string { Length: > 0 } text && !node.Inputs.ContainsKey(output.Key) && !IsDeclared(node, text)
            && made(output.Key)
        select (node, (string)output.Value, output.Key);

    // A state has all that the provider shows, such as the region, the account or a word that stands in other texts too.
    private static Func<string, bool> MadeOutputs(ResourceGraph graph, ResourceNode node) =>
        node.Type is TypeToken.PrivateKey or TypeToken.SelfSignedCert
            ? _ => true
            : ComputedOutputs.Of(new(node.Type, node.Name, node.Inputs, graph.Region)) is { Outputs: var outputs }
                ? outputs.ContainsKey
                : _ => false;

    // What the program itself says is not made up: a key, a name, what it got from another resource.
    private static bool IsDeclared(ResourceNode node, string text) =>
        node.Inputs.Values.Any(input => input is string own && (own == text || own == $"{text}."));

    [GeneratedRegex("^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:([0-9]{12}):", RegexOptions.CultureInvariant)]
    private static partial Regex AccountOfArn();
}
