using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Infra.Cli.Rehearsal.Timeline;
using Infra.Cli.Rehearsal.Timeline.Plot;
using Infra.Cli.Shell.Svg;
using Infra.Cli.Tests.Diagram;
using Infra.Cli.Tests.Rehearsal.Script;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Timeline;

internal sealed partial class TimelinePlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // What a colour is for in a drawing may change, and a curve must not vanish with it.
    [Test]
    public async Task Curves_OnTheirPanels_AreVisible_InLightAndDark()
    {
        var plot = TimelinePlot.Write(await TimelineAsync("dev"));
        var (lines, frames) = (Colours(@"\.line { stroke"), Colours(@"\.frame { fill"));

        Assert.That((lines.Count, frames.Count), Is.EqualTo((2, 2)));
        foreach (var (line, frame) in lines.Zip(frames))
            Assert.That(PaletteTests.Contrast(line, frame), Is.GreaterThanOrEqualTo(3), $"{line} on {frame}");

        List<string> Colours(string rule) => [.. Regex.Matches(plot, $"{rule}: (#[0-9a-f]{{6}})").Select(match => match.Groups[1].Value)];
    }

    [Test]
    public async Task Plot_OfACommittedStack_IsAsAccepted([Values("dev", "prod")] string stack) =>
        Golden.Verify($"plot-{stack}", TimelinePlot.Write(await TimelineAsync(stack)));

    [Test]
    public async Task Plot_DrawnTwice_IsTheSameToTheByte() => Assert.That(
        TimelinePlot.Write(await TimelineAsync("prod")), Is.EqualTo(TimelinePlot.Write(await TimelineAsync("prod"))));

    [Test]
    public async Task Texts_AtGitHubsWidth_AreReadable()
    {
        var svg = TimelinePlot.Write(await TimelineAsync("prod"));

        Assert.That(Number(XDocument.Parse(svg).Root!, "width"), Is.LessThanOrEqualTo(830));
        Assert.That(FontSizes(svg), Is.Not.Empty.And.All.GreaterThanOrEqualTo(11));
    }

    [TestCase(830)]
    [TestCase(340)]
    public async Task Texts_AtAnyWidth_StayInside(double width)
    {
        var root = XDocument.Parse(TimelinePlot.Write(await TimelineAsync("dev"), width)).Root!;
        var height = Number(root, "height");

        Assert.That(Number(root, "width"), Is.EqualTo(width));
        foreach (var text in root.Elements(Svg + "text"))
        {
            Assert.That(Number(text, "y"), Is.LessThan(height), text.Value);
            if (text.Attribute("class")!.Value is not ("event" or "muted"))
                continue;
            var end = Number(text, "x") + GlyphWidth.Of(text.Value, PlotStyle.TextSize, isBold: false);
            Assert.That(end, Is.LessThanOrEqualTo(width), text.Value);
        }
    }

    [Test]
    public async Task ScreenReader_IsToldWhatIsSeen()
    {
        var timeline = await TimelineAsync("dev");
        var root = XDocument.Parse(TimelinePlot.Write(timeline)).Root!;

        var description = root.Element(Svg + "desc")!.Value;
        Assert.That(root.Attribute("role")!.Value, Is.EqualTo("img"));
        Assert.That(root.Element(Svg + "title")!.Value, Is.EqualTo("Rehearsal of dev over time"));
        Assert.That(
            description,
            Does.StartWith("Servers by state: never more than 3 of 3 in service or starting, 0 healthy at the fewest."));
        foreach (var mark in timeline.Marks)
            Assert.That(description, Does.Contain(mark.Text));
    }

    [Test]
    public async Task Numbers_OfTheEvents_AreThoseOfTheWords()
    {
        var timeline = await TimelineAsync("prod");
        var numbers = XDocument.Parse(TimelinePlot.Write(timeline)).Root!.Elements(Svg + "text")
            .Where(text => text.Attribute("class")!.Value == "number").Select(text => text.Value).ToList();

        var expected = Enumerable.Range(1, timeline.Marks.Count).Select(number => $"{number}").ToList();
        Assert.That(numbers, Is.EqualTo([.. expected, .. expected]));
    }

    [Test]
    public async Task Failures_OfOneMinute_AreOneBar()
    {
        var timeline = (await TimelineAsync("dev")) with
        {
            From = TimeSpan.Zero,
            To = TimeSpan.FromHours(2),
            Samples = [Sample(30, 2), Sample(59, 3), Sample(61, 4)],
        };

        var bars = XDocument.Parse(TimelinePlot.Write(timeline)).Root!.Elements(Svg + "rect")
            .Where(rect => rect.Attribute("class")!.Value == "failed").Select(bar => Number(bar, "height")).ToList();

        Assert.That(bars, Has.Count.EqualTo(2));
        Assert.That(bars[0] / bars[1], Is.EqualTo(5.0 / 4).Within(0.02));
    }

    [Test]
    public async Task NothingRecorded_IsPlottedAsNothing()
    {
        var timeline = (await TimelineAsync("dev")) with { Samples = [], Marks = [] };

        Assert.That(TimelinePlot.Write(timeline), Does.Contain("Requests that failed: none"));
    }

    private static TimelineSample Sample(double seconds, long failed) => new()
    {
        At = TimeSpan.FromSeconds(seconds),
        Servers = new(1, 0, 0, 0, 0),
        IsRolling = false,
        Load = 1,
        Arriving = 1,
        Cpu = null,
        RequestsPerServer = null,
        Failed = failed,
    };

    private static async Task<RehearsalTimeline> TimelineAsync(string stack) =>
        (await (await Declarations.Of(stack)).RehearseAsync()).Timeline;

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static IEnumerable<double> FontSizes(string svg) =>
        FontSize().Matches(svg).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("font-size: ([0-9.]+)px")]
    private static partial Regex FontSize();
}
