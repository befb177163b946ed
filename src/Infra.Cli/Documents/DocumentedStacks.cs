using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Documents;

/// <summary>The stacks that documents are about.</summary>
/// <param name="RootDirectory">The project's directory.</param>
/// <param name="All">At least one, in the order of names.</param>
/// <param name="Placeholders">By the stack's name, the settings that hold none of the customer's own values yet.</param>
internal sealed record DocumentedStacks(
    string RootDirectory, IReadOnlyList<ResourceGraph> All, IReadOnlyDictionary<string, IReadOnlyList<string>> Placeholders)
{
    /// <summary>Where drawings are, in the project's directory.</summary>
    public const string DrawingFolder = "docs";

    /// <summary>The name of the drawing of the state before.</summary>
    public const string BeforeDrawing = "architecture-before.svg";

    /// <summary>The one to show to somebody who looks for the first time: the first that is not protected, or else the first.</summary>
    public ResourceGraph Simplest => All.FirstOrDefault(stack => !stack.IsProtected) ?? All[0];

    /// <summary>The one that matters to the customer: the first that is protected, or else the first.</summary>
    public ResourceGraph Principal => All.FirstOrDefault(stack => stack.IsProtected) ?? All[0];

    /// <summary>The name of a stack's drawing.</summary>
    public static string DrawingOf(string stack) => $"architecture-{stack}.svg";

    /// <summary>The name of the drawing of a stack for a slide.</summary>
    public static string SlideDrawingOf(string stack) => $"slide-{stack}.svg";

    /// <summary>The name of the plot of a stack's rehearsal.</summary>
    public static string TimelineOf(string stack) => $"timeline-{stack}.svg";

    /// <summary>The name of the drawing of what is recorded of a stack.</summary>
    public static string OperationsDrawingOf(string stack) => $"operations-{stack}.svg";

    /// <summary>The names of all drawings of a stack.</summary>
    public static IReadOnlyList<string> DrawingsOf(string stack) =>
        [DrawingOf(stack), SlideDrawingOf(stack), OperationsDrawingOf(stack), TimelineOf(stack)];
}
