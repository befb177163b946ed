using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Cost;
using Infra.Cli.Documents;
using Infra.Cli.Rehearsal;
using Infra.Cli.Shell;

namespace Infra.Cli;

/// <summary>What the documents show of the stacks, by the name that a marker gives.</summary>
internal static class DocumentFragments
{
    public static IReadOnlyDictionary<string, Fragment> All { get; } = new Dictionary<string, Fragment>
    {
        ["commands-deploy"] = Of(CommandFragments.Deploy),
        ["commands-first"] = Of(CommandFragments.First),
        ["cost-table"] = Of(stacks => CostFragment.Of(stacks.All)),
        ["counts"] = Of(stacks => CheckFragments.Counts(stacks.All, WaiverFile.Read(stacks.RootDirectory))),
        ["drawing"] = (stacks, drawings) => Task.FromResult(Drawing(stacks.Simplest.StackName, drawings)),
        ["drawing-slide"] = (stacks, drawings) => Task.FromResult(Slide(stacks.Principal.StackName, drawings)),
        ["drawings"] = (stacks, drawings) => Task.FromResult(Drawings(stacks, drawings)),
        ["expected-times"] = Of(stacks => RehearsalFragments.ExpectedTimes(stacks.All)),
        ["operations-slide"] = (stacks, drawings) => Task.FromResult(OperationsSlide(stacks.Principal.StackName, drawings)),
        ["timeline-slide"] = (stacks, drawings) => Task.FromResult(TimelineSlide(stacks.Principal.StackName, drawings)),
        ["waivers"] = Of(stacks => CheckFragments.Accepted(WaiverFile.Read(stacks.RootDirectory))),
    };

    private static Fragment Of(Func<DocumentedStacks, string> write) => (stacks, _) => Task.FromResult(write(stacks));

    private static string Drawing(string stack, string drawings) =>
        $"![The architecture of {stack}]({drawings}{DocumentedStacks.DrawingOf(stack)})";

    private static string Drawings(DocumentedStacks stacks, string drawings) => MarkdownText.Blocks(
        stacks.All.SelectMany(stack => (string[])
        [
            $"## {stack.StackName}",
            Drawing(stack.StackName, drawings),
            $"![What is recorded of {stack.StackName}, and who is told]({drawings}{DocumentedStacks.OperationsDrawingOf(stack.StackName)})",
        ]));

    // As high as a slide allows, and for these also as wide: https://marpit.marp.app/image-syntax.
    private static string Slide(string stack, string drawings) =>
        MarkdownText.Blocks($"## The drawing: {stack}", $"![h:600]({drawings}{DocumentedStacks.SlideDrawingOf(stack)})");

    private static string OperationsSlide(string stack, string drawings) => MarkdownText.Blocks(
        $"## What is recorded of {stack}, and who is told", $"![h:600]({drawings}{DocumentedStacks.OperationsDrawingOf(stack)})");

    private static string TimelineSlide(string stack, string drawings) => MarkdownText.Blocks(
        $"## The rehearsal of {stack}: what happens when things go wrong", $"![h:600]({drawings}{DocumentedStacks.TimelineOf(stack)})");
}
