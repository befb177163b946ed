using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Drawings of stacks from their files, with overrides as on the command line.</summary>
internal static class Drawn
{
    public static async Task<Architecture> Facts(string stack, params string[] overrides) =>
        ArchitectureReader.Read(new(await Graphs.Of(stack, overrides)));

    public static async Task<Drawing> Page(string stack, params string[] overrides) =>
        DrawingLayout.Of(await Facts(stack, overrides));

    public static async Task<Drawing> Operations(string stack, params string[] overrides) =>
        DrawingLayout.Operations(await Facts(stack, overrides));

    /// <summary>All texts on a page.</summary>
    public static IReadOnlyList<string> TextsOf(Drawing drawing) =>
        [.. drawing.Boxes.SelectMany(box => box.Texts).Select(text => text.Content)];
}
