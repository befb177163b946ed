using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Tests.Diagram;

public sealed class TextWidthTests
{
    [Test]
    public void Of_Text_GrowsWithLettersWeightAndSize()
    {
        Assert.Multiple(() =>
        {
            Assert.That(TextWidth.Of("mm", TextStyle.Detail), Is.GreaterThan(TextWidth.Of("ii", TextStyle.Detail)));
            Assert.That(TextWidth.Of("abc", TextStyle.Label), Is.GreaterThan(TextWidth.Of("abc", TextStyle.Detail)));
            Assert.That(TextWidth.Of("abc", TextStyle.Title), Is.GreaterThan(TextWidth.Of("abc", TextStyle.Heading)));
        });
    }

    // As a browser measures it in DejaVu Sans, the widest of the usual fonts.
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", nameof(TextStyle.Detail), 294.1)]
    [TestCase("Availability Zone eu-west-1a", nameof(TextStyle.Label), 208.9)]
    [TestCase("Target group HTTPS :443", nameof(TextStyle.Heading), 183.6)]
    public void Of_Text_IsAtLeastWhatABrowserMeasures(string text, string style, double measured) =>
        Assert.That(TextWidth.Of(text, Enum.Parse<TextStyle>(style)), Is.InRange(measured, measured * 1.15));

    [Test]
    public void Fit_SeveralWays_TakesTheFirstThatFits()
    {
        var room = TextWidth.Of("Zone a", TextStyle.Detail);

        Assert.That(TextWidth.Fit(room, TextStyle.Detail, "Availability Zone a", "Zone a", "a"), Is.EqualTo("Zone a"));
    }

    [Test]
    public void Fit_NoWay_ShortensTheLastAndSaysSo()
    {
        var room = TextWidth.Of("www.exa…", TextStyle.Detail);

        Assert.That(TextWidth.Fit(room, TextStyle.Detail, "www.example.com (A)", "www.example.com"), Is.EqualTo("www.exa…"));
    }

    [Test]
    public void Fit_NoRoomAtAll_LeavesTheSignAlone() =>
        Assert.That(TextWidth.Fit(0, TextStyle.Detail, "www.example.com"), Is.EqualTo("…"));
}
