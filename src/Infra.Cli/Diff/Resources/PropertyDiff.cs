namespace Infra.Cli.Diff.Resources;

/// <summary>What is different in one input of a resource.</summary>
/// <param name="Path">Where, e.g. <c>healthCheck.path</c>; in a JSON text the way goes on, as in <c>policy.Statement[0].Action</c>.</param>
/// <param name="Before">The former value as JSON writes it; none where there was none.</param>
/// <param name="After">The new one; none where there is none any more.</param>
internal sealed record PropertyDiff(string Path, string? Before, string? After)
{
    /// <summary>The lines of a long text that are different, in place of both values.</summary>
    public IReadOnlyList<TextLine> Lines { get; init; } = [];

    /// <summary>Whether the provider can't change it on a resource that exists.</summary>
    public bool ForcesReplacement { get; init; }

    /// <summary>The resource whose replacement changes the value; none where the value itself is another.</summary>
    public string? Follows { get; init; }

    /// <summary>The input that it is of, e.g. <c>healthCheck</c>.</summary>
    public string Input => Path.Split('.', '[')[0];
}
