using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>What a drill found.</summary>
internal sealed record RehearsalReport
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

    /// <summary>By requirement.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Whether no expectation failed.</summary>
    public bool Passed => Verdicts.All(verdict => verdict.Outcome != Outcome.Fail);
}
