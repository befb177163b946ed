using Infra.Cli.Documents;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Documents;

public sealed class MarkedDocumentTests
{
    private static readonly string[] Names = ["counts", "waivers"];

    [Test]
    public async Task Fill_ReplacesWhatIsBetweenTheMarkers_AndNothingElse()
    {
        const string Marker = "<!-- generated: counts -->";

        var filled = await FillAsync($"# One\n\n{Marker}\nold\n<!-- end -->\n\nTwo\n\n{Marker}\n<!-- end -->\n");

        const string Expected = $"{Marker}\n\n| counts |\n\n<!-- end -->";
        Assert.That(filled, Is.EqualTo($"# One\n\n{Expected}\n\nTwo\n\n{Expected}\n"));
        Assert.That(await FillAsync(filled), Is.EqualTo(filled));
    }

    [TestCase("<!-- generated: nonsense -->\n<!-- end -->", "nothing generates 'nonsense': name one of counts, waivers")]
    [TestCase("<!-- generated: counts -->\n", "needs its '<!-- end -->'")]
    [TestCase("<!-- end -->\n\n<!-- generated: counts -->\n", "needs its '<!-- end -->'")]
    [TestCase("<!-- generated: counts -->\n<!-- generated: counts -->\n", "needs its '<!-- end -->'")]
    public void Fill_OfWrongMarkers_NamesTheDocumentAndWhatToDo(string text, string says) =>
        Assert.That(
            () => FillAsync(text),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("x.md: ").And.Message.Contains(says));

    [TestCase("Just text.\n")]
    [TestCase("<!-- begin: contents -->\n<!-- end -->\n")]
    [TestCase("```html\n<!-- generated: counts -->\n<!-- end -->\n```\n")]
    [TestCase("---\ntitle: \"<!-- generated: counts -->\"\n---\n\nSlides\n")]
    public async Task Fill_OfADocumentWithoutMarkers_LeavesItAsItIs(string text) => Assert.That(await FillAsync(text), Is.EqualTo(text));

    private static Task<string> FillAsync(string text) =>
        new MarkedDocument("x.md", text).FillAsync(name => Names.Contains(name) ? Task.FromResult($"| {name} |") : null, Names);
}
