using System.Text.Json.Nodes;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

[Requirement("R7")]
internal sealed class LoadStepTests
{
    private const string Added = "added under load";
    private const string Gone = "without the load";

    [TestCase(9, Outcome.Pass)]
    [TestCase(14, Outcome.Fail)]
    public async Task Growth_InTimeOrLate_IsJudgedByTheStacksPromise(int minutes, Outcome outcome)
    {
        var played = new PlayedDrill { Aws = { GrowsIn = TimeSpan.FromMinutes(minutes) } };

        var finding = await played.FindAsync(Added);

        Assert.That(finding.Outcome, Is.EqualTo(outcome));
        Assert.That(
            finding.Seen,
            Does.StartWith($"after {minutes} min").And.Contain("; 10 min 30 s are promised; 1000 requests a second, 0 of "));
    }

    [Test]
    public async Task Growth_ThatNeverComes_ThoughTheAlarmIsRaised_Fails_AndTheLoadEnds()
    {
        var played = new PlayedDrill { Aws = { GrowsIn = null } };

        var finding = await played.FindAsync(Added);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(
            finding.Seen,
            Does.StartWith("not within 16 min, though the alarm is raised; 10 min 30 s are promised; 1000 requests a second"));
        Assert.That(played.Load.Rate, Is.Zero);
    }

    [Test]
    public async Task Load_EndsInTime_EvenWhereAwsDoesNotAnswer()
    {
        var played = new PlayedDrill();
        var rates = new List<double>();
        played.Aws.OnCall = _ =>
        {
            if (played.Load.Rate <= DrillPlan.QuietRate)
                return;

            played.LoadClock.Advance(TimeSpan.FromMinutes(15.9));
            rates.Add(played.Load.Rate);
            played.LoadClock.Advance(TimeSpan.FromMinutes(0.1));
            rates.Add(played.Load.Rate);
        };

        await played.RunAsync();

        Assert.That(rates, Is.EqualTo([1000d, 0d]));
    }

    [TestCase("StateValue", "OK")]
    [TestCase("ComparisonOperator", "LessThanThreshold")]
    public async Task Load_ThatTheGroupDoesNotNotice_SaysNothingOfIt(string key, string value)
    {
        var played = new PlayedDrill { Aws = { GrowsIn = null } };
        played.Aws.Edits["cloudwatch describe-alarms"] = answer => answer["MetricAlarms"]![0]![key] = value;

        var finding = await played.FindAsync(Added);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.NotChecked));
        Assert.That(
            finding.Seen,
            Does.StartWith("the load never lifted what the group tracks above its target (1000 requests a second, 0 of ")
                .And.EndsWith("): give a higher --rate, more --minutes, or set infra:requestsPerServer"));
    }

    [Test]
    public async Task Load_ThatIsTooShortForThePromise_SaysNothing()
    {
        var played = new PlayedDrill { Aws = { GrowsIn = null }, Plan = new() { Minutes = 5 } };

        var finding = await played.FindAsync(Added);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.NotChecked));
        Assert.That(finding.Seen, Does.StartWith("not within 5 min, ").And.EndsWith(": give more --minutes"));
    }

    [Test]
    public async Task Rate_FollowsFromTheRequestsThatTheGroupTracks()
    {
        var played = new PlayedDrill(2);
        played.Aws.Edits["autoscaling describe-policies"] = answer => answer["ScalingPolicies"]!.AsArray().Add(JsonNode.Parse(
            """
            {
              "PolicyType": "TargetTrackingScaling",
              "TargetTrackingConfiguration":
                { "TargetValue": 1000, "PredefinedMetricSpecification": { "PredefinedMetricType": "ALBRequestCountPerTarget" } }
            }
            """));

        await played.RunAsync();

        // Three times 1,000 a minute for each of three servers.
        Assert.That(played.Load.HighestRate, Is.EqualTo(150));
    }

    [Test]
    public async Task Rate_OfTheCommandLine_IsSent()
    {
        var played = new PlayedDrill { Plan = new() { Rate = 77 } };

        await played.RunAsync();

        Assert.That(played.Load.HighestRate, Is.EqualTo(77));
    }

    [Test]
    public async Task Load_IsLeftOut_WhereItIsNotWanted()
    {
        var played = new PlayedDrill { Plan = new() { HasLoad = false } };

        var report = await played.RunAsync();

        Assert.That(
            (PlayedDrill.Of(report, Added).Outcome, PlayedDrill.Of(report, Gone).Outcome),
            Is.EqualTo((Outcome.NotApplicable, Outcome.NotApplicable)));
        Assert.That((report.ExitCode, played.Load.HighestRate), Is.EqualTo((0, DrillPlan.QuietRate)));
    }

    [Test]
    public async Task Load_IsLeftOut_WhereTheGroupNeverGrows()
    {
        var played = new PlayedDrill { Aws = { Max = 1 } };

        Assert.That(await played.FindAsync(Added), Is.EqualTo(Finding.NotApplicable("the group always has 1")));
    }

    [TestCase("AlarmNotification")]
    [TestCase("Launch")]
    [TestCase("AddToLoadBalancer")]
    public async Task Group_WhoseScalingIsSuspended_Fails_WithoutALoad(string process)
    {
        var played = new PlayedDrill();
        played.Aws.In(TimeSpan.FromMinutes(5.1), () => played.Aws.Edits["autoscaling describe-auto-scaling-groups"] = answer =>
            answer["AutoScalingGroups"]![0]!["SuspendedProcesses"]!.AsArray().Add(new JsonObject { ["ProcessName"] = process }));

        Assert.That(await played.FindAsync(Added), Is.EqualTo(Finding.Fail($"scaling is off: {process} is suspended")));
        Assert.That(played.Load.HighestRate, Is.EqualTo(DrillPlan.QuietRate));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Group_ThatTracksNothing_Fails_WithoutALoad(bool isOff)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-policies"] = answer =>
        {
            if (isOff)
                answer["ScalingPolicies"]![0]!["Enabled"] = false;
            else
                answer["ScalingPolicies"]!.AsArray().Clear();
        };

        Assert.That(
            await played.FindAsync(Added),
            Is.EqualTo(Finding.Fail("scaling is off: the group has no target tracking policy that is enabled")));
        Assert.That(played.Load.HighestRate, Is.EqualTo(DrillPlan.QuietRate));
    }

    [Test]
    public async Task Load_IsNotTried_WhereAServerFailsDuringTheWarmup()
    {
        var played = new PlayedDrill();
        played.Aws.In(TimeSpan.FromMinutes(8), () => played.Aws.Servers[0].Target = "unhealthy");

        Assert.That(
            await played.FindAsync(Added),
            Is.EqualTo(Finding.NotChecked("not tried, since the servers were not all well: 1 in service but unhealthy; 1 desired")));
        Assert.That(played.Load.HighestRate, Is.EqualTo(DrillPlan.QuietRate));
    }

    [Test]
    public async Task Load_IsNotTried_WhereTheGroupHasGrownToItsMaximumDuringTheWarmup()
    {
        var played = new PlayedDrill { Aws = { Max = 2 } };
        played.Aws.In(TimeSpan.FromMinutes(8), () =>
        {
            played.Aws.Desired = 2;
            played.Aws.Servers.Add(new("i-other"));
        });

        Assert.That(await played.FindAsync(Added), Is.EqualTo(Finding.NotChecked("the group is at its maximum of 2 without this load")));
    }

    [Test]
    public async Task Server_ThatTheGroupAsksForAndDoesNotGet_Fails_WhateverTheAlarmSays()
    {
        var played = new PlayedDrill { Aws = { GrowsIn = null } };
        played.Aws.In(TimeSpan.FromMinutes(12), () => played.Aws.Desired = 2);
        played.Aws.Edits["cloudwatch describe-alarms"] = answer => answer["MetricAlarms"]![0]!["StateValue"] = "OK";

        var finding = await played.FindAsync(Added);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail), finding.Seen);
        Assert.That(
            finding.Seen,
            Does.StartWith("not within 16 min, though the group asks for 2 (1 serving); 10 min 30 s are promised; 1000 requests a second"));
    }

    [TestCase(3, Outcome.Pass, "desired 2; the load raised it from 1, and the group takes that back by itself")]
    [TestCase(4, Outcome.Fail, "maximum was 3 and is 4, desired was 1 and is 2")]
    public async Task ServerThatTheLoadBrought_AndThatNobodyWaitsFor_ExcusesNothingElse(int maximum, Outcome outcome, string seen)
    {
        var played = new PlayedDrill { Aws = { ShrinksIn = null }, Plan = new() { WaitsForScaleIn = false } };
        played.Aws.In(TimeSpan.FromMinutes(5), () => played.Aws.Max = maximum);

        var finding = await played.FindAsync("as it was");

        Assert.That(finding.Outcome, Is.EqualTo(outcome), finding.Seen);
        Assert.That(finding.Seen, Does.EndWith(seen));
    }

    [Test]
    public async Task ServerThatTheLoadBrought_AndThatStays_Fails()
    {
        var played = new PlayedDrill { Aws = { ShrinksIn = null } };

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, Gone), Is.EqualTo(Finding.Fail("not within 33 min; 22 min are expected")));
        Assert.That(PlayedDrill.Of(report, "as it was"), Is.EqualTo(Finding.Fail("desired was 1 and is 2")));
    }

    [Test]
    public async Task ServerThatIsWantedNoLonger_AndRunsOn_Fails()
    {
        var played = new PlayedDrill { Aws = { RunsOn = TimeSpan.FromMinutes(30) } };

        Assert.That(await played.FindAsync(Gone), Is.EqualTo(Finding.Fail("not within 33 min; 22 min are expected")));
    }

    // What the load raised is the group's to take back; what else is different, is not.
    [TestCase("maximum", "maximum was 3 and is 2, desired was 1 and is 2")]
    [TestCase("suspended", "desired was 1 and is 2, suspended was ")]
    public async Task ScaleIn_ThatIsNotWaitedFor_ExcusesNoOtherChange(string what, string seen)
    {
        var played = new PlayedDrill { Aws = { ShrinksIn = null }, Plan = new() { WaitsForScaleIn = false } };
        played.Aws.Edits["autoscaling describe-auto-scaling-groups"] = answer =>
        {
            var group = answer["AutoScalingGroups"]![0]!;
            if (group["DesiredCapacity"]!.GetValue<int>() == 1)
                return;
            if (what == "maximum")
                group["MaxSize"] = 2;
            else
                group["SuspendedProcesses"]!.AsArray().Add(new JsonObject { ["ProcessName"] = "Terminate" });
        };

        var finding = await played.FindAsync("as it was");

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.StartWith(seen));
    }

    [Test]
    public async Task ScaleIn_ThatIsNotWaitedFor_IsLeftToTheGroup()
    {
        var played = new PlayedDrill { Aws = { ShrinksIn = null }, Plan = new() { WaitsForScaleIn = false } };

        var report = await played.RunAsync();

        Assert.That((PlayedDrill.Of(report, Gone).Outcome, report.ExitCode), Is.EqualTo((Outcome.NotApplicable, 0)));
        Assert.That(
            PlayedDrill.Of(report, "as it was").Seen,
            Does.EndWith("; the load raised it from 1, and the group takes that back by itself"));
    }

    [Test]
    public async Task GroupThatOthersChangeMeanwhile_IsSaid()
    {
        var played = new PlayedDrill();
        played.Aws.In(TimeSpan.FromMinutes(2), () => played.Aws.Max = 2);

        Assert.That(await played.FindAsync("as it was"), Is.EqualTo(Finding.Fail("maximum was 3 and is 2")));
    }

    // In five minutes, 100 a second.
    [TestCase(29_999, Outcome.NotChecked)]
    [TestCase(30_000, Outcome.Pass)]
    [TestCase(null, Outcome.Pass)]
    [Requirement("R7")]
    public async Task Load_ThatTheFirewallWouldStop_IsNotSent_AndSaidBefore(int? limit, Outcome outcome)
    {
        var played = new PlayedDrill { Plan = new() { Rate = 100 } };
        played.Outputs = played.Outputs with { FirewallRateLimit = limit };
        await using var drill = await played.FindAsync();

        var finding = await played.FindAsync("added under load");

        Assert.That(finding.Outcome, Is.EqualTo(outcome), finding.Seen);
        Assert.That(drill.FirewallStops, outcome == Outcome.Pass ? Is.Null : Is.EqualTo(finding.Seen));
        Assert.That(finding.Seen.Contains("set infra:wafRateLimit", StringComparison.Ordinal), Is.EqualTo(outcome != Outcome.Pass));
        Assert.That(played.Load.HighestRate, outcome == Outcome.Pass ? Is.EqualTo(100) : Is.EqualTo(DrillPlan.QuietRate));
    }
}
