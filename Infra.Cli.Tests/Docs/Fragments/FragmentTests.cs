using Infra.Cli.Tests.Docs.Documents;

namespace Infra.Cli.Tests.Docs.Fragments;

public sealed class FragmentTests
{
    [TestCaseSource(typeof(DocumentFile), nameof(DocumentFile.Names))]
    public async Task Fragments_AreFresh(string name)
    {
        var document = DocumentFile.Load(name);
        if (FragmentMarkers.AreIn(document))
            GeneratedFile.Verify(document.Name, await FragmentMarkers.FillAsync(document));
    }

    [TestCaseSource(typeof(Fragment), nameof(Fragment.Names))]
    public async Task EachFragment_IsATableWithRows(string name)
    {
        var lines = (await Fragment.All[name]()).Split('\n');

        Assert.That(lines.TakeWhile(line => line.StartsWith('|')).Count(), Is.GreaterThanOrEqualTo(4));
    }

    [Test]
    public async Task Fill_ReplacesWhatIsBetweenTheMarkers_AndNothingElse()
    {
        var counts = await Fragment.All["counts"]();
        const string Marker = "<!-- generated: counts -->";
        var document = new DocumentFile("x.md", $"# One\n\n{Marker}\nold\n<!-- end -->\n\nTwo\n\n{Marker}\n<!-- end -->\n");

        var filled = await FragmentMarkers.FillAsync(document);

        var expected = $"{Marker}\n\n{counts}\n\n<!-- end -->";
        Assert.That(filled, Is.EqualTo($"# One\n\n{expected}\n\nTwo\n\n{expected}\n"));
        Assert.That(await FragmentMarkers.FillAsync(new(document.Name, filled)), Is.EqualTo(filled));
    }

    [TestCase("<!-- generated: nonsense -->\n<!-- end -->", "there is no fragment nonsense; there are cost-table, counts,")]
    [TestCase("<!-- generated: counts -->\n", "needs its '<!-- end -->'")]
    [TestCase("<!-- end -->\n", "needs its '<!-- end -->'")]
    [TestCase("<!-- generated: counts -->\n<!-- generated: counts -->\n", "needs its '<!-- end -->'")]
    public void Fill_OfWrongMarkers_NamesTheDocumentAndTheMend(string text, string says)
    {
        var document = new DocumentFile("x.md", text);

        Assert.That(
            () => FragmentMarkers.FillAsync(document),
            Throws.TypeOf<FormatException>().With.Message.StartsWith("x.md: ").And.Message.Contains(says));
    }

    [Test]
    public void MarkersInACodeBlock_AreNone() =>
        Assert.That(FragmentMarkers.AreIn(new("x.md", "```html\n<!-- generated: counts -->\n<!-- end -->\n```\n")), Is.False);
}
