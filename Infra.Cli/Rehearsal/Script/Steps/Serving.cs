using System.Globalization;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R6: while servers come and go as planned, no request fails. A single server can't promise that.</summary>
internal static class Serving
{
    public static IEnumerable<Verdict> VerdictOn(ScriptEvent drilled, string happening)
    {
        if (drilled.HealthyBefore < 2)
            yield break;

        yield return drilled.Requests is { } requests
            ? Verdict.Of("R6", $"no request fails while {happening}", Counted(requests.Failed, requests.Sent), requests is { Failed: 0, Sent: > 0 })
            : Verdict.Of("R6", $"a server answers while {happening}", Fewest(drilled.FewestHealthy), drilled.FewestHealthy > 0);
    }

    private static string Counted(long failed, long sent) => string.Create(CultureInfo.InvariantCulture, $"{failed:N0} of {sent:N0} failed");

    private static string Fewest(int healthy) => string.Create(CultureInfo.InvariantCulture, $"at least {healthy} healthy at any moment");
}
