namespace Infra.Cli.Tests.Layering;

/// <summary>A file names something of another namespace.</summary>
/// <param name="File">Its path in the repository.</param>
/// <param name="From">The namespace of the file.</param>
/// <param name="To">The namespace of what it names.</param>
internal sealed record Arrow(string File, string From, string To)
{
    /// <summary>The same between the first folders of a project, such as Infra.Cli.Live; the project is what lies beside them.</summary>
    public (string From, string To) Folders => (SourceTree.Folder(From), SourceTree.Folder(To));

    public bool StaysInItsProject => SourceTree.ProjectOf(From) == SourceTree.ProjectOf(To);

    /// <summary>Whether it leads from a namespace to another, each with all below it.</summary>
    public bool Leads(string from, string to) => IsIn(From, from) && IsIn(To, to);

    public override string ToString() => $"{File} -> {To}";

    private static bool IsIn(string name, string around) => $"{name}.".StartsWith($"{around}.", StringComparison.Ordinal);
}
