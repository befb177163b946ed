using System.Globalization;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R5: a server is checked as often as declared.</summary>
internal sealed class HealthCheckStep : IScriptStep
{
    private const int Checks = 10;

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var interval = context.Declared.TargetGroup.HealthCheck.Interval;
        var expected = $"a server is checked every {ExpectedTimes.Text(interval)}";
        if (context.Live is not { } live)
            return [Verdict.NotTried("R5", expected, Fast.Why)];

        var server = context.Stack.View.Servers[0].Id;
        var (start, before) = (context.Stack.View.Time, live.Targets.ChecksOf(server));
        await context.PassAsync(interval * Checks, cancellation);
        var (passed, made) = (context.Stack.View.Time - start, live.Targets.ChecksOf(server) - before);

        // One may be just before or just after the end, and so may those that fit into this machine's delay.
        var tolerance = 1 + (context.Slack / interval);
        var measured = string.Create(CultureInfo.InvariantCulture, $"{made} checks in {ExpectedTimes.Text(passed)}");
        return [Verdict.Of("R5", expected, measured, Math.Abs(made - (passed / interval)) <= tolerance)];
    }
}
