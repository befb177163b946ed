using System.Text.RegularExpressions;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.CodeStyle;

/// <summary>What .editorconfig says of lines and braces, and <c>dotnet format</c> leaves alone.</summary>
public sealed partial class LineTests
{
    private static readonly string[] Folders = ["src", "test", "eng", "samples"];

    private static readonly int Longest = int.Parse(
        MaxLineLength().Match(File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig"))).Groups["value"].ValueSpan);

    [Test]
    public void Line_OfAnyFile_IsNotTooLong()
    {
        var tooLong =
            from name in Names()
            from line in Text(name).Split('\n').Index()
            where line.Item.Length > Longest
            select $"{name}:{line.Index + 1}";

        Assert.That(tooLong, Is.Empty);
    }

    // IDE0011 asks for braces where a body has several lines, and says nothing of those around one line.
    [Test]
    public void Braces_AroundOneLine_AreNone()
    {
        var braced =
            from name in Names()
            let text = Text(name)
            from block in BracedLine().Matches(text)
            select $"{name}:{text.AsSpan(0, block.Index).Count('\n') + 1}";

        Assert.That(braced, Is.Empty);
    }

    [TestCase("    if (a)\n    {\n        b();\n    }\n", true)]
    [TestCase("    if (a)\n        b();\n", false)]
    [TestCase("    if (a\n        && b)\n    {\n        c();\n    }\n", false)]
    [TestCase("    if (a)\n    {\n        b();\n    }\n    else\n    {\n        c();\n        d();\n    }\n", false)]
    [TestCase("    foreach (var a in b)\n    {\n        if (a)\n            c();\n    }\n", false)]
    public void BracesAroundOneLine_AreThose_ThatNothingAsksFor(string text, bool expected) =>
        Assert.That(BracedLine().IsMatch(text), Is.EqualTo(expected));

    private static IEnumerable<string> Names() =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(name => !Built().IsMatch(name));

    private static string Text(string name) => File.ReadAllText(Path.Combine(Repository.Root, name));

    [GeneratedRegex(@"^max_line_length = (?<value>\d+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MaxLineLength();

    [GeneratedRegex("/(bin|obj)/", RegexOptions.CultureInvariant)]
    private static partial Regex Built();

    [GeneratedRegex(
        @"^(?<indent> *)(if|for|foreach|while|using|lock) \(.*\)\n\k<indent>\{\n.*;\n\k<indent>\}\n(?! *else)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BracedLine();
}
