using System.Text.Json.Nodes;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Drill.Steps;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

[Requirement("R6")]
internal sealed class HealStepTests
{
    private const string Replaced = "a broken server is replaced";
    private const string Served = "while a server is replaced";

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

        Assert.That(
            PlayedDrill.Of(report, Replaced),
            Is.EqualTo(Finding.Fail("i-00000000000000001 not within 9 min 45 s; 6 min 30 s are promised")));
        Assert.That(
            PlayedDrill.Of(report, "added under load"),
            Is.EqualTo(Finding.NotChecked("not tried, since i-00000000000000001 was not replaced")));
        Assert.That(
            PlayedDrill.Of(report, "as it was"),
            Is.EqualTo(Finding.Fail("i-00000000000000001 is still not replaced: 1 InService and Unhealthy; 1 desired")));
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
            Has.One.StartsWith(
                "autoscaling terminate-instance-in-auto-scaling-group --instance-id i-00000000000000001 "
                + "--no-should-decrement-desired-capacity"));
    }

    [TestCase(1, 0.5, Outcome.Pass)]
    [TestCase(2, 0, Outcome.Pass)]
    [TestCase(2, 0.5, Outcome.Fail)]
    public async Task Requests_MustNotFail_WhereThereIsAnotherServer(int servers, double failing, Outcome outcome) =>
        Assert.That((await new PlayedDrill(servers) { Load = { Failing = failing } }.FindAsync(Served)).Outcome, Is.EqualTo(outcome));

    [Test]
    [Requirement("R6")]
    public async Task Requests_OfTheOnlyServer_MayNotFailForLongerThanAReplacementMayTake()
    {
        var finding = await new PlayedDrill { Aws = { HealsIn = TimeSpan.FromSeconds(480) }, Load = { Failing = 0.5 } }.FindAsync(Served);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.Contain(" failed (50 %), within 8 min"));
    }

    // What fails for a minute has not failed for as long as the replacement takes, after which the load ends.
    [Test]
    [Requirement("R6")]
    public async Task Requests_FailForAsLongAsTheyDid()
    {
        var played = new PlayedDrill { Aws = { HealsIn = TimeSpan.FromMinutes(12) }, Load = { Failing = 0.5 } };
        played.Outputs = played.Outputs with { SecondsToReplace = 50 + 720 };
        var context = await StepScene.OfAsync(played);
        played.Aws.In(TimeSpan.FromMinutes(1), () => played.Load.Failing = 0);

        var findings = await new HealStep().RunAsync(context, CancellationToken.None);

        Assert.That(findings.Select(finding => finding.Outcome), Is.EqualTo([Outcome.Pass, Outcome.Pass]));
        Assert.That(findings[1].Seen, Does.Contain("54 of 1,447 failed (3.7 %), within 54 s"));
        Assert.That(played.Load.Rate, Is.Zero);
    }

    [TestCase(0, Outcome.Pass)]
    [TestCase(0.5, Outcome.Fail)]
    [Requirement("R6")]
    public async Task Requests_WhileServersLeave_MustNotFail(double failing, Outcome outcome)
    {
        var played = new PlayedDrill(2) { Load = { Failing = failing } };

        Assert.That((await played.FindAsync("while servers leave")).Outcome, Is.EqualTo(outcome));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Site_ThatCanNotBeReachedFromHere_IsLeftAlone(int servers)
    {
        var played = new PlayedDrill(servers) { Load = { Failing = 1 } };

        var report = await played.RunAsync();

        var nothing = Finding.NotChecked("not tried, since https://web-1.eu-west-1.elb.amazonaws.com/ can't be reached from here");
        Assert.That(
            new[] { Replaced, Served, "added under load" }.Select(claim => PlayedDrill.Of(report, claim)),
            Is.EqualTo([nothing, nothing, nothing]));
        Assert.That((played.Load.HighestRate, played.Load.Rate), Is.EqualTo((DrillPlan.QuietRate, 0d)));
        Assert.That(played.Aws.Calls, Has.None.Contain("set-instance-health"));
    }

    [Test]
    public async Task Server_ThatCouldNotBeBroken_IsNotMissed()
    {
        var played = new PlayedDrill { Plan = new() { HasLoad = false } };
        played.Aws.Next["autoscaling set-instance-health"] = new(
            [new(254, "", "An error occurred (AccessDenied) when calling the operation: no")]);

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, Replaced).Outcome, Is.EqualTo(Outcome.NotChecked));
        Assert.That(PlayedDrill.Of(report, "as it was").Outcome, Is.EqualTo(Outcome.Pass));
    }

    [Test]
    public async Task Server_ThatFailsWhileTheSiteIsTried_IsNotJoinedByAnother()
    {
        var played = new PlayedDrill(2) { Plan = new() { HasLoad = false } };
        played.Aws.OnCall = _ =>
        {
            if (played.Load.Rate > 0)
                played.Aws.Servers[1].Target = "unhealthy";
        };

        Assert.That(
            await played.FindAsync(Replaced),
            Is.EqualTo(
                Finding.NotChecked("not tried, since the servers were not all well: 1 in service but unhealthy, 1 serving; 2 desired")));
        Assert.That(played.Aws.Calls, Has.None.Contain("set-instance-health"));
    }

    [Test]
    public async Task Drill_OfServersThatAreNotWell_BreaksNothing()
    {
        var played = new PlayedDrill(2);
        played.Aws.Servers[1].Target = "unhealthy";

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, "every server"), Is.EqualTo(Finding.Fail("1 in service but unhealthy, 1 serving; 2 desired")));
        Assert.That(
            PlayedDrill.Of(report, Replaced),
            Is.EqualTo(
                Finding.NotChecked("not tried, since the servers were not all well: 1 in service but unhealthy, 1 serving; 2 desired")));
        Assert.That(
            (played.Load.HighestRate, played.Aws.Calls.Count(call => call.Contains("set-instance", StringComparison.Ordinal))),
            Is.EqualTo((0d, 0)));
    }

    [Test]
    [Requirement("R5")]
    public async Task Group_WithoutAnyServer_IsNotWell_AndNothingIsBroken()
    {
        var played = new PlayedDrill(0);

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, "every server"), Is.EqualTo(Finding.Fail("no server; 0 desired")));
        Assert.That(
            PlayedDrill.Of(report, Replaced),
            Is.EqualTo(Finding.NotChecked("not tried, since the servers were not all well: no server; 0 desired")));
        Assert.That(played.Load.HighestRate, Is.Zero);
    }

    [Test]
    public async Task Group_ThatScalingMakesSmallerMeanwhile_HealsAllTheSame()
    {
        var played = new PlayedDrill(2) { Aws = { Min = 1 }, Plan = new() { HasLoad = false } };
        played.Aws.In(TimeSpan.FromMinutes(3), () =>
        {
            played.Aws.Desired = 1;
            played.Aws.Servers.RemoveAll(server => server.Lifecycle == "Pending");
        });

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, Replaced).Outcome, Is.EqualTo(Outcome.Pass), PlayedDrill.Of(report, Replaced).Seen);
        Assert.That(PlayedDrill.Of(report, Replaced).Seen, Does.EndWith("; meanwhile the group lowered desired from 2 to 1"));
        Assert.That(PlayedDrill.Of(report, "as it was").Outcome, Is.EqualTo(Outcome.Pass));
        Assert.That(PlayedDrill.Of(report, "as it was").Seen, Does.EndWith("desired 1; it was 2, and scaling took that back"));
    }

    // What scaling takes back excuses nothing else.
    [Test]
    public async Task Group_ThatSomebodyChangesWhileItShrinks_IsNotAsItWas()
    {
        var played = new PlayedDrill(2) { Aws = { Min = 1 }, Plan = new() { HasLoad = false } };
        played.Aws.In(TimeSpan.FromMinutes(3), () =>
        {
            (played.Aws.Desired, played.Aws.Min) = (1, 0);
            played.Aws.Servers.RemoveAll(server => server.Lifecycle == "Pending");
        });

        var finding = await played.FindAsync("as it was");

        Assert.That(finding, Is.EqualTo(Finding.Fail("minimum was 1 and is 0, desired was 2 and is 1")));
    }

    [TestCase("ReplaceUnhealthy")]
    [TestCase("Launch")]
    [TestCase("Terminate")]
    [TestCase("HealthCheck")]
    [TestCase("AddToLoadBalancer")]
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
