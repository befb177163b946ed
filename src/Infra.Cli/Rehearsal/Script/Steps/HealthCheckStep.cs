using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R5: a server is checked as often as declared.</summary>
internal sealed class HealthCheckStep : IScriptStep
{
    private const int Checks = 10;

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var interval = context.Declared.TargetGroup.HealthCheck.Interval;
        var claim = new Claim(
            "R5",
            $"a server is checked every {ExpectedTimes.Text(interval)}",
            "that a server which passes its checks serves visitors well");
        if (context.Instruments is not { } instruments)
            return [new(claim, Fast.LeftOut)];

        var server = context.Stack.View.Servers[0].Id;
        var (start, before) = (context.Stack.View.Time, instruments.Targets.ChecksOf(server));
        await context.PassAsync(interval * Checks, cancellation);
        var (passed, made) = (context.Stack.View.Time - start, instruments.Targets.ChecksOf(server) - before);

        // One may be just before or just after the end, and so may those that fit into this machine's delay.
        var tolerance = 1 + (context.Slack / interval);
        var seen = string.Create(CultureInfo.InvariantCulture, $"{made} checks in {ExpectedTimes.Text(passed)}");
        return [new(claim, Finding.Of(Math.Abs(made - (passed / interval)) <= tolerance, seen))];
    }
}
