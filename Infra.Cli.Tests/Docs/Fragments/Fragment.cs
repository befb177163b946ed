using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Cost;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Tests.Rehearsal;
using Infra.Cli.Tests.Rehearsal.Script;
using Infra.Servers;
using Infra.Tests.Support;
using static System.FormattableString;
using static Infra.Cli.Tests.Docs.MarkdownText;

namespace Infra.Cli.Tests.Docs.Fragments;

/// <summary>Figures of the program that documents written by hand show, by the name that their marker gives.</summary>
internal static class Fragment
{
    private static readonly string[] Stacks = ["dev", "prod"];

    public static IReadOnlyDictionary<string, Func<Task<string>>> All { get; } = new Dictionary<string, Func<Task<string>>>
    {
        ["cost-table"] = CostTable,
        ["counts"] = Counts,
        ["expected-times"] = ExpectedTimesOfStacks,
        ["timeline-dev"] = () => Timeline("dev"),
        ["timeline-prod"] = () => Timeline("prod"),
        ["waivers"] = () => Task.FromResult(Waivers()),
    };

    public static IEnumerable<string> Names => All.Keys;

    private static async Task<string> CostTable()
    {
        var estimates = await ForEachStack(async stack => CostEstimator.Estimate(await Graphs.Of(stack), new(), PriceBook.Default));
        var first = estimates[0];
        var traffic = Invariant($"{first.Usage.TrafficGb:0} GB to the internet");
        return string.Join("\n\n", Table(
        [
            ["", "Fewest servers", "Most servers"],
            .. estimates.Select(estimate => (string[])
            [
                estimate.StackName,
                Invariant($"{estimate.Minimum:N2} with {estimate.Servers.Minimum}"),
                Invariant($"{estimate.Maximum:N2} with {estimate.Servers.Maximum}"),
            ]),
        ]), $"USD a month in {first.Region}, at AWS's list prices of {first.PriceDate}, with {traffic}. Line by line: `infra cost prod`.");
    }

    private static async Task<string> Counts() => Table(
    [
        ["", "Resources", "Controls that pass", "are waived", "do not apply", "fail"],
        .. await ForEachStack(async stack =>
        {
            var report = CheckReport.Of(await Graphs.Of(stack), WaiverFile.Read());
            var (pass, waived, notApplicable, fail) = CheckReport.Counts(report.Results);
            var resources = report.Graph.Nodes.Count(node => node.IsCustom);
            return (string[])[stack, $"{resources}", $"{pass}", $"{waived}", $"{notApplicable}", $"{fail}"];
        }),
    ]);

    private static async Task<string> ExpectedTimesOfStacks() => Table(
    [
        ["At most, until", "a sick server gets no more requests", "it is replaced", "a server is added under load"],
        .. await ForEachStack(async stack =>
        {
            var expected = (await Declared(stack)).Expected;
            return (string[])
            [
                stack,
                ExpectedTimes.Text(expected.NoticeSickServer),
                ExpectedTimes.Text(expected.ReplaceSickServer),
                ExpectedTimes.Text(expected.AddServer),
            ];
        }),
    ]);

    private static async Task<string> Timeline(string stack)
    {
        var report = await (await Declared(stack)).RehearseAsync();
        var starts = report.Log.Where(line => line.Source == "drill").ToDictionary(line => line.Text, line => line.Time - report.Start);
        return Table(
        [
            ["At", "Event", "Over after", "Fewest healthy", "Most servers until then"],
            .. report.Events.Select(drilled => (string[])
            [
                Invariant($"{starts[drilled.Name]:hh\\:mm\\:ss}"),
                drilled.Name,
                ExpectedTimes.Text(drilled.Took),
                Invariant($"{drilled.FewestHealthy}"),
                Invariant($"{drilled.HighestCapacity}"),
            ]),
        ]);
    }

    private static string Waivers() => Table(
    [
        ["Control that is not met", "By", "Of", "Accepted because"],
        .. WaiverFile.Read().Select(waiver => (string[])
        [
            Code(waiver.ControlId),
            Codes(waiver.Resources),
            waiver.Stacks.IsEmpty ? "every stack" : string.Join(", ", waiver.Stacks),
            waiver.Reason,
        ]),
    ]);

    private static async Task<RehearsedStack> Declared(string stack) => RehearsedStack.Of(new(await Graphs.Of(stack)), Repository.Root);

    private static async Task<IReadOnlyList<T>> ForEachStack<T>(Func<string, Task<T>> make)
    {
        List<T> made = [];
        foreach (var stack in Stacks)
            made.Add(await make(stack));
        return made;
    }
}
