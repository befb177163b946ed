using System.Globalization;
using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>Lays out all that either of two architectures has, and marks what only one of them has.</summary>
internal static class MarkedLayout
{
    public static Drawing Of(Architecture before, Architecture after)
    {
        var both = BothArchitectures.Of(before, after);
        var drawing = DrawingLayout.Whole(both);
        var (former, now) = (Texts(before), Texts(after));
        return drawing with
        {
            Boxes = [.. drawing.Boxes.Select(box => box with { Mark = MarkOf(box, NameOf(box, both), former, now) })],
        };
    }

    // Captions are about what is drawn beside them.
    private static Mark MarkOf(Box box, string name, Dictionary<string, string> before, Dictionary<string, string> after) =>
        (box.Kind, before.GetValueOrDefault(name), after.GetValueOrDefault(name)) switch
        {
            (BoxKind.Caption, _, _) => Mark.None,
            (_, null, _) => Mark.New,
            (_, _, null) => Mark.Gone,
            (_, var former, var now) => former == now ? Mark.None : Mark.Changed,
        };

    private static Dictionary<string, string> Texts(Architecture architecture) => DrawingLayout.Whole(architecture).Boxes.ToDictionary(
        box => NameOf(box, architecture), box => WholeOf(box), StringComparer.Ordinal);

    private static string WholeOf(Box box) => string.Join('\n', box.Texts.Select(text => text.Whole).Where(text => text != ""));

    // A zone's boxes have its place, which is another where there are more zones.
    private static string NameOf(Box box, Architecture architecture) =>
        box.Kind is BoxKind.Zone or BoxKind.PublicSubnet or BoxKind.PrivateSubnet && box.Name.Split('-') is [var kind, var place]
            ? $"{kind} {architecture.Zones[int.Parse(place, CultureInfo.InvariantCulture)].Name}"
            : box.Name;
}
