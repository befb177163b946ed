using System.Globalization;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Checks;

/// <summary>What the controls say of some stacks, for a document.</summary>
internal static class CheckFragments
{
    /// <summary>How many resources each stack has, and how many controls come out how.</summary>
    public static string Counts(IReadOnlyList<ResourceGraph> stacks, IReadOnlyList<Waiver> waivers) => MarkdownText.Table(
    [
        ["", "Resources", "Controls that pass", "are waived", "do not apply", "fail"],
        .. stacks.Select(stack =>
        {
            var (pass, waived, notApplicable, fail) = CheckReport.Counts(CheckReport.Of(stack, waivers).Results);
            int[] numbers = [stack.Nodes.Count(node => node.IsCustom), pass, waived, notApplicable, fail];
            return (string[])[stack.StackName, .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        }),
    ]);

    /// <summary>What is accepted, and why.</summary>
    public static string Accepted(IReadOnlyList<Waiver> waivers) => MarkdownText.Table(
    [
        ["Control that is not met", "By", "Of", "Accepted because"],
        .. waivers.Select(waiver => (string[])
        [
            MarkdownText.Code(waiver.ControlId),
            MarkdownText.Codes(waiver.Resources),
            waiver.Stacks.Text,
            waiver.Reason,
        ]),
    ]);
}
