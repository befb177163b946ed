using Infra.Cli.Diagram.Layout;
using Infra.Cli.Diagram.Svg;

namespace Infra.Cli.Tests.Diagram;

internal sealed class GlyphPathsTests
{
    [Test]
    public void EachGlyph_HasAnOutlineOfItsOwn()
    {
        var paths = Enum.GetValues<Glyph>().Where(glyph => glyph != Glyph.None).Select(GlyphPaths.Of).ToList();

        Assert.That(paths, Is.Unique.And.All.StartsWith("M"));
    }

    [Test]
    public void NoGlyph_HasNone() => Assert.That(
        () => GlyphPaths.Of(Glyph.None),
        Throws.TypeOf<ArgumentOutOfRangeException>()
            .With.Message.StartsWith("has no outline").And.Property("ActualValue").EqualTo(Glyph.None));
}
