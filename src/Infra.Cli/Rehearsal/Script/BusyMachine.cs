using System.Globalization;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>Keeps what a busy machine has spoilt from passing for a fault of the stack.</summary>
/// <param name="instruments">What an emulated stack can be asked; none for a simulated one, which no machine delays.</param>
internal sealed class BusyMachine(Instruments? instruments)
{
    // Late by less than this in a whole step, it can't have cost a verdict, which has a second to spare.
    private static readonly TimeSpan Harmless = TimeSpan.FromMilliseconds(250);

    private TimeSpan _before;

    private TimeSpan Late => instruments?.MachineLate() ?? TimeSpan.Zero;

    /// <summary>A step begins.</summary>
    public void Begin() => _before = Late;

    /// <summary>What a step found since then. What was measured and failed while the machine was late is not known.</summary>
    public Verdict Judge(Verdict verdict)
    {
        var late = Late - _before;
        var isMeasured = verdict is { IsCertain: false, Finding.Outcome: Outcome.Fail, Claim.Requirement: "R5" or "R6" or "R7" };
        return late >= Harmless && isMeasured
            ? verdict with { Finding = Finding.NotChecked(Because(late, verdict.Finding.Seen)) }
            : verdict;
    }

    private static string Because(TimeSpan late, string seen) => string.Create(
        CultureInfo.InvariantCulture,
        $"{seen}; but this machine was busy, and late by {late.TotalSeconds:0.0} s of its own time: try again, or with a lower --speed");
}
