using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Shell;
using Infra.Servers;
using static System.FormattableString;

namespace Infra.Cli.Rehearsal;

/// <summary>How long things take in some stacks, for a document.</summary>
internal static class RehearsalFragments
{
    /// <summary>The longest times that the stacks promise.</summary>
    public static string ExpectedTimes(IReadOnlyList<ResourceGraph> stacks) => MarkdownText.Table(
    [
        ["At most, until", "a sick server gets no more requests", "it is replaced", "a server is added under load", "Requests that fail"],
        .. from stack in stacks
           let declared = new DeclaredStack(stack)
           let expected = declared.Expected
           where expected is not null
           select (string[])
           [
               stack.StackName,
               Infra.Servers.ExpectedTimes.Text(expected.NoticeSickServer),
               Infra.Servers.ExpectedTimes.Text(expected.ReplaceSickServer),
               Infra.Servers.ExpectedTimes.Text(expected.AddServer),
               Losses(expected, declared.Groups),
           ],
    ]);

    // With the fewest servers, which is the dearest case: a server that dies costs its share, a roll nothing unless it is the only one
    // and leaves before the next one comes.
    private static string Losses(DeclaredExpectations expected, IReadOnlyList<DeclaredGroup> groups) => groups is not [var group]
        ? ""
        : LossPromise.Of(sick: 1, group.MinSize, expected.NoticeSickServer, expected.ReplaceSickServer) + " when one dies; "
            + (group.MinSize > 1 || group.Rollout == Rollout.Promote
                ? "none in a roll"
                : $"for {Infra.Servers.ExpectedTimes.Text(group.HealthCheckGracePeriod)} in a roll");

    /// <summary>The events of one stack's simulated drill.</summary>
    public static async Task<string> TimelineAsync(ResourceGraph stack, string rootDirectory)
    {
        var declared = RehearsedStack.Of(new(stack), rootDirectory);
        var report = await RehearseCommand.SimulateAsync(declared, CancellationToken.None);
        var starts = report.Log.Where(line => line.Source == "drill").ToDictionary(line => line.Text, line => line.Time - report.Start);
        return MarkdownText.Blocks(MarkdownText.Table(
        [
            ["At", "Event", "Over after", "Fewest healthy", "Most in service or starting until then", "Most machines that ran at once"],
            .. report.Events.Select(drilled => (string[])
            [
                Invariant($"{starts[drilled.Name]:hh\\:mm\\:ss}"),
                drilled.Name,
                Infra.Servers.ExpectedTimes.Text(drilled.Took),
                Invariant($"{drilled.FewestHealthy}"),
                Invariant($"{drilled.HighestCapacity}"),
                Invariant($"{drilled.MostRunning}"),
            ]),
        ]), $"{stack.StackName}, simulated by AWS's rules, from what it declares.");
    }
}
