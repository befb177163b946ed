using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>One expectation that follows from what the stack declares, and what a drill measured.</summary>
/// <param name="Requirement">The customer's requirement behind it, R2 to R8.</param>
/// <param name="Expected">What should happen.</param>
/// <param name="Measured">What happened, or why it was not tried.</param>
/// <param name="Outcome">Whether the two agree.</param>
internal sealed record Verdict(string Requirement, string Expected, string Measured, Outcome Outcome)
{
    /// <summary>That something happens.</summary>
    public static Verdict Of(string requirement, string expected, string measured, bool passed) =>
        new(requirement, expected, measured, passed ? Outcome.Pass : Outcome.Fail);

    /// <summary>That something happens within a time.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="expected">What should happen.</param>
    /// <param name="wait">How it was waited for.</param>
    /// <param name="remark">What else to say of the time that it took.</param>
    public static Verdict Within(string requirement, string expected, Wait wait, string remark = "") =>
        Of(
            requirement,
            $"{expected} within {ExpectedTimes.Text(wait.Limit)}",
            wait.Took is { } took ? $"after {ExpectedTimes.Text(took)}{remark}" : $"not within {ExpectedTimes.Text(wait.Patience)}",
            wait.IsInTime);

    /// <summary>That something could not be tried.</summary>
    public static Verdict NotTried(string requirement, string expected, string why) => new(requirement, expected, why, Outcome.NotTried);
}
