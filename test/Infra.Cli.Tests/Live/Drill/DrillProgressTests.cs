using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Drill;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Drill;

internal sealed class DrillProgressTests
{
    [Test]
    public void Pipeline_HearsOfEveryChange_AndOnceAMinuteWhereNothingChanges()
    {
        var time = new FakeTimeProvider();
        using var log = new StringWriter();
        using var progress = new StepProgress(log, isTerminal: false, steps: 9, time);
        var group = new GroupAnswer("fleet-group", 1, 3, 1, [new("i-1", "InService", "Healthy")], []);

        for (var look = 0; look < 25; look++)
        {
            var health = new Dictionary<string, string> { ["i-1"] = look < 20 ? "healthy" : "unhealthy" };
            progress.Show(new GroupView(time.GetUtcNow(), TimeSpan.Zero, group, health, []).Shown);
            time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.That(
            log.ToString().ReplaceLineEndings("\n"),
            Is.EqualTo("0 s: 1 serving\n1 min: 1 serving\n1 min 40 s: 1 in service but unhealthy\n"));
    }
}
