using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Script.Steps;

namespace Infra.Cli.Tests.Rehearsal.Script.Steps;

/// <summary>What is claimed of requests while servers come and go as planned.</summary>
internal sealed class ServingTests
{
    [TestCase(0, 5, ExpectedResult = "", Description = "nothing served before")]
    [TestCase(1, null, ExpectedResult = "")]
    [TestCase(1, 5, ExpectedResult = "requests fail for at most 5 min, in a roll, since there is only one")]
    [TestCase(2, 5, ExpectedResult = "no request fails in a roll")]
    [TestCase(2, null, ExpectedResult = "no request fails in a roll")]
    [TestCase(3, 5, ExpectedResult = "no request fails in a roll")]
    public string Claim_BySizeBefore_IsWhatSoManyCanPromise(int healthy, int? minutes)
    {
        var drilled = new ScriptEvent("a roll", TimeSpan.FromMinutes(5), healthy, healthy, 3, 3, new Loss(default, default, TimeSpan.Zero));

        var verdicts = Serving.VerdictOn(drilled, "in a roll", minutes is { } boot ? TimeSpan.FromMinutes(boot) : null);

        return string.Join("; ", verdicts.Select(verdict => verdict.Claim.Text));
    }
}
