using System.Text.Json.Nodes;
using Infra.Cli.Claims;
using Infra.Cli.LiveDrill;
using Infra.Tests.Support;

namespace Infra.Tests.Cli.LiveDrill;

[Requirement("R6")]
internal sealed class HealStepTests
{
    private const string Replaced = "a broken server is replaced";
    private const string Served = "no request fails";

    [TestCase(300, Outcome.Pass, "replaced after 5 min 1 s; 6 min 30 s are promised")]
    [TestCase(390, Outcome.Pass, "are promised")]
    [TestCase(480, Outcome.Fail, "replaced after 8 min")]
    public async Task Healing_InTimeOrLate_IsJudgedByTheStacksPromise(int seconds, Outcome outcome, string seen)
    {
        var played = new PlayedDrill { Aws = { HealsIn = TimeSpan.FromSeconds(seconds) } };

        var finding = await played.FindAsync(Replaced);

        Assert.That(finding.Outcome, Is.EqualTo(outcome), finding.Seen);
        Assert.That(finding.Seen, Does.StartWith("i-00000000000000001 marked unhealthy, ").And.Contain(seen));
    }

    [Test]
    public async Task Healing_ThatNeverComes_Fails_AndNothingElseIsTried()
    {
        var played = new PlayedDrill { Aws = { HealsIn = null } };

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, Replaced), Is.EqualTo(Finding.Fail("i-00000000000000001 not within 9 min 45 s; 6 min 30 s are promised")));
        Assert.That(
            PlayedDrill.Of(report, "added under load"), Is.EqualTo(Finding.NotChecked("not tried, since i-00000000000000001 was not replaced")));
        Assert.That((report.ExitCode, played.Load.HighestRate), Is.EqualTo((1, DrillPlan.QuietRate)));
    }

    [Test]
    public async Task Terminate_TerminatesWithoutMakingTheGroupSmaller()
    {
        var played = new PlayedDrill { Plan = new() { Terminates = true } };

        var finding = await played.FindAsync(Replaced);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Pass));
        Assert.That(finding.Seen, Does.StartWith("i-00000000000000001 terminated, replaced after 5 min"));
        Assert.That(played.Aws.Calls, Has.None.Contain("set-instance-health"));
        Assert.That(
            played.Aws.Calls,
            Has.One.StartsWith("autoscaling terminate-instance-in-auto-scaling-group --instance-id i-00000000000000001 --no-should-decrement-desired-capacity"));
    }

    [TestCase(1, 1, Outcome.NotApplicable)]
    [TestCase(2, 0, Outcome.Pass)]
    [TestCase(2, 0.5, Outcome.Fail)]
    public async Task Requests_MustNotFail_WhereThereIsAnotherServer(int servers, double failing, Outcome outcome) =>
        Assert.That((await new PlayedDrill(servers) { Load = { Failing = failing } }.FindAsync(Served)).Outcome, Is.EqualTo(outcome));

    [Test]
    public async Task Drill_OfServersThatAreNotWell_BreaksNothing()
    {
        var played = new PlayedDrill(2);
        played.Aws.Servers[1].Target = "unhealthy";

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, "every server"), Is.EqualTo(Finding.Fail("1 in service but unhealthy, 1 serving; 2 desired")));
        Assert.That(
            PlayedDrill.Of(report, Replaced),
            Is.EqualTo(Finding.NotChecked("not tried, since the servers were not all well: 1 in service but unhealthy, 1 serving; 2 desired")));
        Assert.That((played.Load.HighestRate, played.Aws.Calls.Count(call => call.Contains("set-instance", StringComparison.Ordinal))), Is.EqualTo((0d, 0)));
    }

    [TestCase("ReplaceUnhealthy")]
    [TestCase("Launch")]
    public async Task Group_ThatIsToldNotToReplace_Fails_AndNothingIsBroken(string process)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-auto-scaling-groups"] = answer =>
            answer["AutoScalingGroups"]![0]!["SuspendedProcesses"]!.AsArray().Add(new JsonObject { ["ProcessName"] = process });

        var finding = await played.FindAsync(Replaced);

        Assert.That(finding, Is.EqualTo(Finding.Fail($"{process} suspended, so nothing would be replaced; none was broken")));
        Assert.That(played.Aws.Calls, Has.None.Contain("set-instance-health"));
    }
}
