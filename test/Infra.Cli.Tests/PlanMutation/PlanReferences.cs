using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>Which texts of a plan refer to which resource, and where they could lead instead.</summary>
internal sealed class PlanReferences
{
    private const int ShortestName = 8;

    private readonly List<(ResourceNode Node, string Output, string Value)> _known;

    public PlanReferences(ResourceGraph plan)
    {
        var outputs =
            from node in plan.Nodes
            where node.IsCustom
            from output in node.Outputs.Where(output => output.Value is string).Append(new("id", node.Id!))
            let value = (string)output.Value
            where value.Length >= ShortestName && (output.Key == "id" || !node.Inputs.ContainsKey(output.Key) || IsName(output.Key))
            group (node, output.Key, value) by value into same
            // What several resources say refers to none of them.
            where same.Select(reference => reference.node).Distinct().Count() == 1
            select same.First();
        // The longest first: an ARN holds a name.
        _known = [.. outputs.OrderByDescending(reference => reference.value.Length)];
    }

    /// <summary>The text with each of the resources that it refers to exchanged for another one of its type, one at a time.</summary>
    public IEnumerable<(string What, string Text)> Redirected(ResourceNode of, string text)
    {
        var rest = text;
        foreach (var (node, output, value) in _known)
        {
            if (node.Urn == of.Urn || !rest.Contains(value, StringComparison.Ordinal))
                continue;

            rest = rest.Replace(value, "", StringComparison.Ordinal);
            var other = _known.FirstOrDefault(known => known.Node.Type == node.Type && known.Output == output && known.Node != node
                && known.Node.Urn != of.Urn);
            yield return other.Node is null
                ? ($"{node.Name} {output} -> a stranger", text.Replace(value, Stranger(value), StringComparison.Ordinal))
                : ($"{node.Name} {output} -> {other.Node.Name}", text.Replace(value, other.Value, StringComparison.Ordinal));
        }
    }

    private static bool IsName(string output) => output is "name" or "bucket";

    // Another one with the same form: its last letters or digits differ.
    private static string Stranger(string value) => value[..^3] + new string([.. value[^3..].Select(character => character switch
    {
        >= '0' and < '9' => (char)(character + 1),
        '9' => '0',
        >= 'a' and < 'z' => (char)(character + 1),
        'z' => 'a',
        _ => character,
    })]);
}
