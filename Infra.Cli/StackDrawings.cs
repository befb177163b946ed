using Infra.Cli.Diagram;
using Infra.Cli.Documents;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli;

/// <summary>The drawings that documents show.</summary>
internal static class StackDrawings
{
    /// <summary>All drawings of some stacks, and the one of the state before them, by their file names.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<ResourceGraph> stacks)
    {
        var drawings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DocumentedStacks.BeforeDrawing] = DiagramCommand.DrawBefore(),
        };
        foreach (var stack in stacks)
        {
            // A stack may have any name, "before" among them: then its drawing is the one of that name.
            drawings[DocumentedStacks.DrawingOf(stack.StackName)] = DiagramCommand.DrawSvg(stack);
            drawings[DocumentedStacks.OperationsDrawingOf(stack.StackName)] = DiagramCommand.DrawOperations(stack);
        }

        return drawings;
    }
}
