using System.Globalization;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R5: a server is checked as often as declared.</summary>
internal sealed class HealthCheckStep : IDrillStep
{
    private const int Checks = 10;

    public async Task<IReadOnlyList<Verdict>> RunAsync(DrillScene scene, CancellationToken cancellation)
    {
        var interval = scene.Declared.TargetGroup.HealthCheck.Interval;
        var expected = $"a server is checked every {ExpectedTimes.Text(interval)}";
        if (scene.Live is not { } live)
            return [Verdict.NotTried("R5", expected, Fast.Why)];

        var server = scene.Stage.View.Servers[0].Id;
        var (start, before) = (scene.Stage.View.Time, live.Targets.ChecksOf(server));
        await scene.PassAsync(interval * Checks, cancellation);
        var (passed, made) = (scene.Stage.View.Time - start, live.Targets.ChecksOf(server) - before);

        // One may be just before or just after the end, and so may those that fit into this machine's delay.
        var tolerance = 1 + (scene.Slack / interval);
        var measured = string.Create(CultureInfo.InvariantCulture, $"{made} checks in {ExpectedTimes.Text(passed)}");
        return [Verdict.Of("R5", expected, measured, Math.Abs(made - (passed / interval)) <= tolerance)];
    }
}
