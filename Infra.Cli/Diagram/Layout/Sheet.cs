using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout;

/// <summary>A drawing in the making: each part of it adds its boxes, and connects them with what is there already.</summary>
internal sealed class Sheet(Architecture architecture) : Canvas
{
    public Architecture Architecture { get; } = architecture;

    public Columns Columns { get; } = new(architecture.Zones.Count);

    public Rows Rows { get; } = new(architecture);

    public IReadOnlyList<RequestStep> Steps { get; } = RequestPath.Of(architecture);

    /// <summary>The number of a step, where the way of a request takes that step.</summary>
    public void Mark(StepKind kind, double x, double y)
    {
        if (Steps.FirstOrDefault(step => step.Kind == kind) is { } step)
            Add(new Badge(step.Number, new(x, y)));
    }
}
