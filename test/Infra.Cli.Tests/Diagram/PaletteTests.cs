using Infra.Cli.Shell.Svg;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Contrast as the Web Content Accessibility Guidelines 2.2 define it: 4.5 for text, 3 for lines and symbols.</summary>
public sealed class PaletteTests
{
    [TestCase("light")]
    [TestCase("dark")]
    public void Text_OnItsBackground_IsReadable(string mode) => Assert.Multiple(() =>
    {
        var palette = Find(mode);
        string[] frames = [palette.Page, palette.VpcFill, palette.PublicFill, palette.PrivateFill, palette.SpanFill];
        foreach (var background in frames.Append(palette.CardFill))
        {
            Assert.That(Contrast(palette.Text, background), Is.GreaterThanOrEqualTo(4.5), $"text on {background}");
            Assert.That(Contrast(palette.Muted, background), Is.GreaterThanOrEqualTo(4.5), $"details on {background}");
        }

        Assert.That(Contrast(palette.Vpc, palette.VpcFill), Is.GreaterThanOrEqualTo(4.5), "VPC");
        Assert.That(Contrast(palette.Region, palette.Page), Is.GreaterThanOrEqualTo(4.5), "region");
        Assert.That(Contrast(palette.Public, palette.PublicFill), Is.GreaterThanOrEqualTo(4.5), "public subnet");
        Assert.That(Contrast(palette.Private, palette.PrivateFill), Is.GreaterThanOrEqualTo(4.5), "private subnet");
        Assert.That(Contrast(palette.OnRequest, palette.Request), Is.GreaterThanOrEqualTo(4.5), "number");
        foreach (var mark in new[] { palette.New, palette.Gone, palette.Changed })
        {
            foreach (var background in frames.Append(palette.CardFill))
                Assert.That(Contrast(mark, background), Is.GreaterThanOrEqualTo(4.5), $"{mark} on {background}");
        }
    });

    [TestCase("light")]
    [TestCase("dark")]
    public void Lines_OnTheirBackground_AreVisible(string mode) => Assert.Multiple(() =>
    {
        var palette = Find(mode);
        foreach (var background in new[] { palette.Page, palette.VpcFill, palette.PublicFill, palette.PrivateFill, palette.SpanFill })
        {
            foreach (var line in new[] { palette.Request, palette.Traffic, palette.Evidence, palette.Span, palette.Card })
                Assert.That(Contrast(line, background), Is.GreaterThanOrEqualTo(3), $"{line} on {background}");
        }

        foreach (var tile in new[]
                 {
                     palette.Compute, palette.Network, palette.Storage, palette.Security, palette.Management, palette.Outside,
                 })
        {
            Assert.That(Contrast(palette.Glyph, tile), Is.GreaterThanOrEqualTo(3), $"symbol on {tile}");
            Assert.That(Contrast(tile, palette.CardFill), Is.GreaterThanOrEqualTo(3), $"{tile} on a card");
        }

        Assert.That(Contrast(palette.Group, palette.PrivateFill), Is.GreaterThanOrEqualTo(3), "group");
        Assert.That(Contrast(palette.Guard, palette.PublicFill), Is.GreaterThanOrEqualTo(3), "guard");
        Assert.That(Contrast(palette.Region, palette.Page), Is.GreaterThanOrEqualTo(3), "region");
        Assert.That(Contrast(palette.Zone, palette.VpcFill), Is.GreaterThanOrEqualTo(3), "zone");
    });

    private static Palette Find(string mode) => mode == "dark" ? Palette.Dark : Palette.Light;

    internal static double Contrast(string first, string second)
    {
        double[] luminances = [Luminance(first), Luminance(second)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        var channels = Convert.FromHexString(colour[1..])
            .Select(channel => channel / 255.0)
            .Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }
}
