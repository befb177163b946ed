using System.Text;
using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Writes all that a drawing has, a line for each thing, for whoever reads what has changed.</summary>
internal static class WrittenDrawing
{
    public static string Of(Drawing drawing)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"{drawing.Title}, {drawing.Width:0.##} × {drawing.Height:0.##}\n{drawing.Description}\n\n"));
        foreach (var box in drawing.Boxes)
            text.Append(Of(box));
        text.Append('\n');
        foreach (var line in drawing.Lines)
            text.Append($"{line.Kind}: {line.From} > {line.To}, {string.Join(", ", line.Points.Select(Of))}\n");
        foreach (var badge in drawing.Badges)
            text.Append($"({badge.Number}) {Of(badge.Center)}\n");
        return text.ToString();
    }

    /// <summary>A box and its texts. What is shortened is followed by the whole.</summary>
    public static string Of(Box box)
    {
        var bounds = box.Bounds;
        var parent = box.Parent is null ? "" : $" in {box.Parent}";
        var glyph = box.Glyph == Glyph.None ? "" : $", {box.Glyph}";
        var place = Invariant($"{bounds.X:0.##} {bounds.Y:0.##}, {bounds.Width:0.##} × {bounds.Height:0.##}");
        return $"{box.Name}{parent}: {box.Kind}{glyph}, {place}\n{string.Concat(box.Texts.Select(Of))}";
    }

    private static string Of(Text text)
    {
        var whole = text.Whole == text.Content ? "" : $" ({text.Whole})";
        return Invariant($"    {text.X:0.##} {text.Baseline:0.##} {text.Style}: {text.Content}{whole}\n");
    }

    private static string Of(Point point) => Invariant($"{point.X:0.##} {point.Y:0.##}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
