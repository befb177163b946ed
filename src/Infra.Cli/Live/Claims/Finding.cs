namespace Infra.Cli.Live.Claims;

/// <summary>What a check saw, and whether the claim holds by that.</summary>
internal sealed record Finding(Outcome Outcome, string Seen)
{
    /// <summary>The time that was measured; none where the claim is not about one, or where it never happened.</summary>
    public Timing? Timing { get; init; }

    public static Finding Pass(string seen) => new(Outcome.Pass, seen);

    public static Finding Fail(string seen) => new(Outcome.Fail, seen);

    public static Finding NotChecked(string why) => new(Outcome.NotChecked, why);

    public static Finding NotApplicable(string why) => new(Outcome.NotApplicable, why);

    public static Finding Of(bool holds, string seen) => holds ? Pass(seen) : Fail(seen);
}
