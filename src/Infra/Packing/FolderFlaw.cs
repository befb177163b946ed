namespace Infra.Packing;

/// <summary>One thing in a folder that may not be there.</summary>
/// <param name="Name">Its path in the folder, with <c>/</c>.</param>
/// <param name="Rule">What the folder must be.</param>
/// <param name="What">What it is, where its name does not say it.</param>
/// <param name="Mend">What to do about it.</param>
internal sealed record FolderFlaw(string Name, string Rule, string? What, string Mend)
{
    // A folder with more is not one with errors in it, but another folder.
    private const int MostNamed = 20;

    // What .NET shows in place of bytes that are no UTF-8, and of half of a surrogate pair.
    private const char NotText = '\uFFFD';

    /// <summary>Whether a name can be written down: UTF-8 without control characters.</summary>
    public static bool IsLegible(string name) =>
        name.EnumerateRunes().All(rune => rune.Value != NotText && !System.Text.Rune.IsControl(rune));

    /// <summary>A name for which <see cref="IsLegible"/> is false.</summary>
    public static FolderFlaw Illegible(string name) => new(name, "must have names in UTF-8 without control characters", null, "rename it");

    /// <summary>A symbolic link that no server could follow.</summary>
    /// <param name="name">Its path in the folder.</param>
    /// <param name="flaw">Where it leads, behind "a symbolic link".</param>
    public static FolderFlaw Link(string name, string flaw) =>
        new(name, "must hold its files itself", $"a symbolic link {flaw}", "put a copy in its place");

    /// <summary>What has a name and no content.</summary>
    public static FolderFlaw NoFile(string name) =>
        new(name, "must hold files and folders alone", "a named pipe, a socket or a device", "take it out of the folder");

    /// <summary>A file that can't be read, or whose content changes meanwhile.</summary>
    public static FolderFlaw Unreadable(string name, Exception fault) =>
        new(name, "must be readable", null, $"fix what is in the way ({fault.Message})");

    /// <summary>The flaws as problems of the folder, the first twenty of them by name.</summary>
    public static IEnumerable<FolderProblem> Shown(IReadOnlyList<FolderFlaw> flaws, string directory)
    {
        foreach (var flaw in flaws.Take(MostNamed))
        {
            var name = $"{directory}/{flaw.Name}";
            yield return new(flaw.Rule, flaw.What is null ? name : $"{name}, {flaw.What}", flaw.Mend);
        }

        if (flaws.Count > MostNamed)
            yield return new("must be free of such flaws", $"{flaws.Count - MostNamed} more in {directory}", "fix these first");
    }
}
