using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>
/// A drawing of a request's path in the making: each part of it adds its boxes, and connects them with what is there already.
/// </summary>
internal abstract class RequestCanvas(Architecture architecture) : Canvas
{
    public Architecture Architecture { get; } = architecture;

    public IReadOnlyList<RequestStep> Steps { get; } = RequestPath.Of(architecture);

    /// <summary>The number of a step, where the way of a request takes that step.</summary>
    public void Mark(StepKind kind, double x, double y)
    {
        if (Steps.FirstOrDefault(step => step.Kind == kind) is { } step)
            Add(new Badge(step.Number, new(x, y)));
    }

    /// <summary>The steps in words, side by side.</summary>
    /// <param name="left">Where they begin.</param>
    /// <param name="width">Of all of them.</param>
    /// <param name="row">Where they are from top to bottom.</param>
    public void DrawSteps(double left, double width, (double Top, double Bottom) row)
    {
        // The steps of the longest path.
        const int PlacesInRow = 4;
        const double TextLeft = 30;
        var room = width / PlacesInRow;
        foreach (var (index, step) in Steps.Index())
        {
            var x = left + (index * room);
            Mark(step.Kind, x + Badge.Radius + 2, (row.Top + row.Bottom) / 2);
            var bounds = Rect.Between(x + TextLeft, row.Top, x + room - 8, row.Bottom);
            Add(Writing.Caption($"step-{step.Number}", bounds, null, Words.Label(step.Title), Words.Detail(step.Detail, step.Brief)));
        }
    }

    /// <summary>What a kind of line means, beside a piece of it.</summary>
    public void DrawMeaning(LineKind kind, string meaning, double left, double middle)
    {
        const double SampleWidth = 34;
        const double LineHeight = 22;
        const double EntryWidth = 195;
        var name = $"legend-{kind}";
        var bounds = Rect.Between(left + SampleWidth + 8, middle - (LineHeight / 2), left + EntryWidth, middle + (LineHeight / 2));
        Add(Writing.Caption(name, bounds, null, Words.Detail(meaning)));
        Connect(new(kind, name, name, new Point(left, middle), new Point(left + SampleWidth, middle)));
    }
}
