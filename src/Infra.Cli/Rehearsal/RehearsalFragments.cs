using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Servers;

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
}
