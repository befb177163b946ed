using System.Globalization;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R6: while servers come and go as planned, no request fails. A single server can't promise that.</summary>
internal static class Serving
{
    public static IEnumerable<Verdict> VerdictOn(ScriptEvent drilled, string happening)
    {
        if (drilled.HealthyBefore < 2)
            yield break;

        yield return drilled.Requests is { } requests
            ? new(new("R6", $"no request fails while {happening}", "that none fails for visitors from elsewhere"), requests.NoneFailed)
            : new(
                new("R6", $"a server answers while {happening}", "that no request fails: none was sent"),
                Finding.Of(
                    drilled.FewestHealthy > 0,
                    string.Create(CultureInfo.InvariantCulture, $"at least {drilled.FewestHealthy} healthy at any moment")));
    }
}
