using Infra.Cli.Diagram;
using Infra.Cli.Documents;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Timeline.Plot;

namespace Infra.Cli;

/// <summary>The drawings that <c>infra docs</c> writes.</summary>
internal static class DocumentDrawings
{
    // As wide as a slide has to be for its height.
    private const double SlideWidth = 1600;

    /// <summary>All of them, by their file names.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(DocumentedStacks stacks)
    {
        var drawings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DocumentedStacks.BeforeDrawing] = DiagramCommand.DrawBefore(),
        };
        foreach (var stack in stacks.All)
        {
            // A stack may have any name, and is what its name says.
            drawings[DocumentedStacks.DrawingOf(stack.StackName)] = DiagramCommand.DrawSvg(stack);
            drawings[DocumentedStacks.SlideDrawingOf(stack.StackName)] = DiagramCommand.DrawSlide(stack);
            drawings[DocumentedStacks.OperationsDrawingOf(stack.StackName)] = DiagramCommand.DrawOperations(stack);
            drawings[DocumentedStacks.TimelineOf(stack.StackName)] = await TimelineAsync(stack, stacks.RootDirectory);
        }

        return drawings;
    }

    private static async Task<string> TimelineAsync(ResourceGraph stack, string rootDirectory)
    {
        var declared = RehearsedStack.Of(new(stack), rootDirectory);
        return TimelinePlot.Write((await RehearseCommand.SimulateAsync(declared, CancellationToken.None)).Timeline, SlideWidth);
    }
}
