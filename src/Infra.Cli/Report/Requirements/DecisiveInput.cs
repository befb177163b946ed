using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Report.Requirements;

/// <summary>An input that decides whether a requirement is met.</summary>
/// <param name="Type">The type of its resources.</param>
/// <param name="Path">Where in them, e.g. <c>healthCheck.path</c>.</param>
/// <param name="Means">What it says of a resource, in words that can stand between the resource's name and the value.</param>
internal sealed record DecisiveInput(string Type, string Path, string Means)
{
    /// <summary>Its values in a stack, those that are the same in several resources once.</summary>
    /// <param name="graph">The stack, as it may be shown.</param>
    public IEnumerable<DecisiveValue> In(ResourceGraph graph) =>
        from node in graph.OfType(Type)
        let value = Shown(node)
        where value is not null
        group node.Name by value into same
        select new DecisiveValue([.. same], Means, Path, same.Key);

    private string? Shown(ResourceNode node) => node.Peek(Path) is UnknownValue ? "not known yet" : node.Text(Path);
}

/// <summary>What a decisive input is in a stack.</summary>
/// <param name="Resources">The names of the resources that have it.</param>
/// <param name="Means">What it says of them.</param>
/// <param name="Path">The input.</param>
/// <param name="Value">The value.</param>
internal sealed record DecisiveValue(IReadOnlyList<string> Resources, string Means, string Path, string Value);
