using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>What a drill of a rehearsed stack found.</summary>
/// <param name="Verdicts">By requirement. Their times are AWS's.</param>
internal sealed record RehearsalReport(IReadOnlyList<Verdict> Verdicts) : ClaimReport(Verdicts)
{
    public required string StackName { get; init; }

    /// <summary>Whether it ran on a virtual clock, with neither sockets nor requests.</summary>
    public required bool IsFast { get; init; }

    /// <summary>What it assumed of a server.</summary>
    public required ServerModel Model { get; init; }

    /// <summary>What was added to every limit for this machine's delays, in AWS's time.</summary>
    public required TimeSpan Slack { get; init; }

    /// <summary>When it began, in AWS's time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Everything that happened from then on.</summary>
    public required IReadOnlyList<StackEvent> Log { get; init; }

    public required IReadOnlyList<ScriptEvent> Events { get; init; }

    /// <summary>How the stack stood all the while.</summary>
    public required RehearsalTimeline Timeline { get; init; }

    public override string Subject => StackName;

    public override string Heading => $"Rehearsal of {StackName}{(IsFast ? ", simulated" : "")}";

    public override string Suite => $"infra rehearse {StackName}";
}
