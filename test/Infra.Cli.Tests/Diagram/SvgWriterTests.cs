using System.Xml.Linq;
using Infra.Cli.Diagram.Svg;
using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Tests.Diagram;

public sealed class SvgWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Write_Drawing_IsXmlWithAllOfItsText(string stack)
    {
        var drawing = await Drawn.Page(stack);

        var root = XDocument.Parse(SvgWriter.Write(drawing)).Root!;

        var texts = root.Descendants(Svg + "text").Select(text => text.Nodes().OfType<XText>().Single().Value).ToList();
        Assert.That(texts, Is.SupersetOf(Drawn.TextsOf(drawing)));
        Assert.That(texts, Has.Count.EqualTo(Drawn.TextsOf(drawing).Count + drawing.Badges.Count));
        Assert.That(root.Attribute("viewBox")!.Value, Is.EqualTo($"0 0 980 {drawing.Height}"));
    }

    [Test]
    public async Task Write_Drawing_TellsItsContentToWhoCannotSeeIt()
    {
        var root = XDocument.Parse(SvgWriter.Write(await Drawn.Page("prod"))).Root!;

        Assert.That(root.Attribute("role")!.Value, Is.EqualTo("img"));
        Assert.That(root.Element(Svg + "title")!.Value, Is.EqualTo("infra: architecture of prod"));
        Assert.That(
            root.Element(Svg + "desc")!.Value,
            Does.Contain("2. Inspection").And.Contains("4. Forward: HTTPS :443 to a healthy instance"));
    }

    [Test]
    public async Task Write_Drawing_NeedsNothingFromElsewhere()
    {
        var svg = SvgWriter.Write(await Drawn.Page("prod")).Replace(Svg.NamespaceName, "", StringComparison.Ordinal);

        foreach (var reference in new[] { "http:", "https:", "href", "url(", "<script", "@import" })
            Assert.That(svg, Does.Not.Contain(reference));
    }

    [Test]
    public async Task Write_SameStackTwice_GivesTheSameBytes()
    {
        var first = SvgWriter.Write(await Drawn.Page("prod"));
        var second = SvgWriter.Write(await Drawn.Page("prod"));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Write_ShortenedText_KeepsTheWholeForPointing()
    {
        const string Name = "a-name-that-is-much-too-long.department.example.com";
        var drawing = await Drawn.Page("prod", $"domainName={Name}");

        var root = XDocument.Parse(SvgWriter.Write(drawing)).Root!;

        Assert.That(Drawn.TextsOf(drawing), Has.None.EqualTo(Name));
        var wholes = root.Descendants(Svg + "text").Elements(Svg + "title").Select(title => title.Value);
        Assert.That(wholes, Has.Some.EqualTo($"issued for {Name}"));
    }

    [Test]
    public void Css_Always_HasColoursForLightAndDark()
    {
        var parts = SvgStyle.Css(hasMarks: true).Split("@media (prefers-color-scheme: dark)");

        Assert.That(parts, Has.Length.EqualTo(2));
        Assert.That(parts[0], Does.Contain($".page {{ fill: {Palette.Light.Page}; }}"));
        Assert.That(parts[1], Does.Contain($".page {{ fill: {Palette.Dark.Page}; }}"));
    }

    [Test]
    public void Css_Always_LeavesThePageAroundItAlone() =>
        Assert.That(
            SvgStyle.Css(hasMarks: true).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line is not ("}" or "@media (prefers-color-scheme: dark) {")),
            Has.All.StartsWith(".architecture "));
}
