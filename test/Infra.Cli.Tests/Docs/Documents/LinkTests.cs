using Infra.Tests.Support;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Infra.Cli.Tests.Docs.Documents;

public sealed class LinkTests
{
    [TestCaseSource(typeof(DocumentFile), nameof(DocumentFile.Names))]
    public void Links_OfADocument_LeadSomewhere(string name) => Assert.That(Broken(DocumentFile.Load(name)), Is.Empty);

    [TestCase("[x](docs/nowhere.md)", "docs/nowhere.md is not there")]
    [TestCase("![x](docs/Design.md)", "docs/Design.md is not there")]
    [TestCase("[x](../outside.md)", "../outside.md is not there")]
    [TestCase("[x](#nothing)", "#nothing is not there")]
    [TestCase("[x][y]\n\n[y]: docs/nowhere.md", "docs/nowhere.md is not there")]
    [TestCase("| a |\n|---|\n| [x](README.md#nothing) |", "README.md#nothing is not there")]
    public void Broken_FindsALinkThatLeadsNowhere(string text, string says) =>
        Assert.That(Broken(new("x.md", text)), Is.EqualTo([says]));

    [TestCase("[x](docs/design.md) [y](docs) [z](https://example.com/nothing)")]
    [TestCase("# `infra` is: A word\n\n[x](#infra-is-a-word)")]
    [TestCase("# A\n\n## A\n\n[x](#a-1)")]
    [TestCase("[x](docs/operations.md#day-two)")]
    [TestCase("`[x](docs/nowhere.md)`")]
    public void Broken_OfLinksThatLeadSomewhere_IsEmpty(string text) => Assert.That(Broken(new("x.md", text)), Is.Empty);

    private static IReadOnlyList<string> Broken(DocumentFile document) =>
    [
        .. from link in document.Syntax.Descendants<LinkInline>()
           where link.Url is { Length: > 0 } url && !Uri.IsWellFormedUriString(url, UriKind.Absolute) && !LeadsSomewhere(document, url)
           select $"{link.Url} is not there",
    ];

    private static bool LeadsSomewhere(DocumentFile document, string url)
    {
        var (path, anchor) = url.Split('#', 2) is [var before, var after] ? (before, after) : (url, null);
        var folder = Path.GetDirectoryName(document.Name)!;
        if (path.Length == 0)
            return Anchors(document).Contains(anchor);

        var name = Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, folder, path)).Replace('\\', '/');
        return !name.StartsWith("..", StringComparison.Ordinal) && IsInRepository(name)
            && (anchor is null || Anchors(DocumentFile.Load(name)).Contains(anchor));
    }

    // Letter by letter, since the web site that shows the documents tells Readme.md from README.md and some machines do not.
    private static bool IsInRepository(string name)
    {
        var folder = Repository.Root;
        foreach (var part in name.Split('/').Where(part => part != "."))
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) == part))
                return false;

            folder = Path.Combine(folder, part);
        }

        return true;
    }

    private static IEnumerable<string?> Anchors(DocumentFile document) =>
        document.Syntax.Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id);
}
