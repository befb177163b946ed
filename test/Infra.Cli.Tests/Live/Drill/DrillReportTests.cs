using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Drill.Reports;
using Infra.Tests.Support;
using Spectre.Console;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A whole drill of a stack that keeps its promises.</summary>
internal sealed class DrillReportTests
{
    [TestCase(1)]
    [TestCase(2)]
    public async Task Drill_OfAStackThatHolds_Passes(int servers)
    {
        var played = new PlayedDrill(servers);

        var report = await played.RunAsync();

        using var text = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        new ClaimText(report, console).Write();
        Golden.Verify($"drill-of-{servers}", text.ToString());
        Assert.That((report.Outcome, report.ExitCode, played.Load.Rate), Is.EqualTo((Outcome.Pass, 0, 0d)));
    }

    [Test]
    public async Task Reports_ForPrograms_AreAsAccepted()
    {
        var report = await new PlayedDrill { Plan = new() { WaitsForScaleIn = false } }.RunAsync();

        Golden.Verify("drill-json", DrillJson.Of(report));
        Golden.Verify("drill-junit", ClaimJUnit.Of(report));
    }

    [Test]
    public async Task Drill_ChangesNothingButTheHealthOfOneServer()
    {
        var played = new PlayedDrill();

        await played.RunAsync();

        var changing = played.Aws.Calls.Where(
            call => !call.Contains("describe-", StringComparison.Ordinal) && !call.Contains("get-", StringComparison.Ordinal));
        Assert.That(
            changing.Single(),
            Does.StartWith(
                "autoscaling set-instance-health --instance-id i-00000000000000001 --health-status Unhealthy "
                + "--no-should-respect-grace-period "));
        Assert.That(played.Aws.Calls, Has.All.Contain("--region eu-west-1 --output json"));
    }
}
