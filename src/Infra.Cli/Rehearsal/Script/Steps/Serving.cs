using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Load;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R6: how many requests fail. While servers come and go as planned that is none; a single server can't promise that.</summary>
internal static class Serving
{
    private const string NotProven = "that none fails for visitors from elsewhere";

    /// <summary>Servers come and go as planned.</summary>
    /// <param name="drilled">What happened.</param>
    /// <param name="happening">The same in words.</param>
    /// <param name="boot">How long a boot may take: what it costs to roll the only server, which goes before the next one comes.</param>
    public static IEnumerable<Verdict> VerdictOn(ScriptEvent drilled, string happening, TimeSpan? boot = null)
    {
        if (drilled.HealthyBefore >= 2)
            yield return NothingLost(drilled, happening);
        else if (drilled.HealthyBefore == 1 && boot is { } time)
            yield return VerdictOn(drilled, new(1, 1, time), $"{happening}, since there is only one", TimeSpan.Zero);
    }

    /// <summary>There is always a server that answers.</summary>
    /// <param name="drilled">What happened.</param>
    /// <param name="happening">The same in words.</param>
    public static Verdict NothingLost(ScriptEvent drilled, string happening) =>
        new(new("R6", $"no request fails {happening}", NotProven), drilled.Loss.Nothing);

    /// <summary>Servers fail.</summary>
    /// <param name="drilled">What happened.</param>
    /// <param name="promise">What it may cost.</param>
    /// <param name="happening">What happened, in words.</param>
    /// <param name="slack">How much longer it may take here.</param>
    public static Verdict VerdictOn(ScriptEvent drilled, LossPromise promise, string happening, TimeSpan slack) =>
        new(new("R6", $"{promise}, {happening}", NotProven), promise.Judge(drilled.Loss, slack));
}
