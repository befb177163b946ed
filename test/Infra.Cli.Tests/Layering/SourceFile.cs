using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Layering;

/// <summary>
/// A C# file. It is read as text, since what is compiled no longer has the constants and names that a file took from another.
/// </summary>
/// <param name="Path">Where it is in the repository.</param>
/// <param name="Text">What is in it.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private readonly string _code = Comment().Replace(Text, "");

    /// <summary>Of a file of statements alone that of its folder.</summary>
    public string Namespace => NamespaceLine().Match(_code) is { Success: true } line ? line.Groups["name"].Value : Folder;

    /// <summary>The namespace that its folder in <c>src</c> stands for.</summary>
    public string Folder => Path[(Path.IndexOf('/') + 1)..Path.LastIndexOf('/')].Replace('/', '.');

    public IEnumerable<string> Types => Declaration().Matches(_code).Select(type => type.Groups["name"].Value);

    /// <summary>The namespaces of a tree whose types it uses, or says that it does.</summary>
    public IEnumerable<string> Names(SourceTree tree) =>
        Using().Matches(_code).Select(match => match.Groups["name"].Value).Where(tree.Has)
            .Concat(Qualified(tree))
            .Concat(Around(tree))
            .Where(name => name != Namespace)
            .Distinct();

    // Shell.ExitCode in a file of Infra.Cli.Live needs no using: the name is looked up in Infra.Cli.Live, then in Infra.Cli.
    private IEnumerable<string> Qualified(SourceTree tree) =>
        from match in Dotted().Matches(_code)
        let parts = match.Value.Split('.')
        from length in Enumerable.Range(1, parts.Length - 1)
        from around in Enclosing(Namespace).Append("")
        let name = $"{around}.{string.Join('.', parts[..length])}".TrimStart('.')
        where tree.TypesOf(name).Contains(parts[length])
        select name;

    // Nor does a type of a namespace around.
    private IEnumerable<string> Around(SourceTree tree)
    {
        var words = Word().Matches(_code).Select(match => match.Value).ToHashSet();
        return Enclosing(Namespace).Where(around => tree.TypesOf(around).Any(words.Contains));
    }

    private static IEnumerable<string> Enclosing(string name)
    {
        for (var at = name.Length; at > 0; at = name.LastIndexOf('.', at - 1))
            yield return name[..at];
    }

    // A line that begins so; '//' is in addresses, too.
    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^(global )?using (static |\w+ = )?(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Using();

    [GeneratedRegex(
        @"^(?! )[a-z ]*\b(class|record|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])([A-Z]\w*\.)+[A-Z]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
