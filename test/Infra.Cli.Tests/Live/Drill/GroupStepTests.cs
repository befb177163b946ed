using System.Text.Json.Nodes;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Drill.Steps;
using Infra.Servers;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>The steps that look at the group alone, each by itself: every condition on both of its sides.</summary>
internal sealed class GroupStepTests
{
    private const string Now = "minimum 1, maximum 3, suspended: AZRebalance, desired";
    private const string AllWell = "Pass: minimum 2, maximum 3, suspended: AZRebalance, desired 2";
    private const string StillSick = " is still not replaced: 1 in service but unhealthy, 1 serving; 2 desired";
    private const string Instead =
        ": for the drill, set infra:wafRateLimit to more than that and deploy, or send the load from as many addresses as it takes ";

    [TestCase(1, 1, "Pass: 1 serving; 1 desired")]
    [TestCase(3, 3, "Pass: 3 serving; 3 desired")]
    [TestCase(1, 2, "Fail: 1 serving; 2 desired")]
    public async Task Health_IsThatOfEveryServer(int servers, int desired, string seen)
    {
        var played = new PlayedDrill(servers) { Aws = { Desired = desired } };

        Assert.That(await StepScene.FindAsync(new HealthStep(), await StepScene.OfAsync(played)), Is.EqualTo(seen));
    }

    [TestCase("Successful", null, "Pass: Successful", null)]
    [TestCase("Successful", "said", "Pass: Successful: said", null)]
    [TestCase("Failed", "no\e capacity", @"Fail: Failed: no\u001b capacity", null)]
    [TestCase("RollbackSuccessful", null, "Fail: RollbackSuccessful", null)]
    [TestCase("Baking", "said", "NotChecked: one is under way: Baking", "not tried, since a roll of the group is under way (Baking)")]
    public async Task Roll_ThatIsTheLast_Succeeded_AndIsOver(string status, string? reason, string seen, string? blocked)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-instance-refreshes"] = answer =>
            (answer["InstanceRefreshes"]![0]!["Status"], answer["InstanceRefreshes"]![0]!["StatusReason"]) = (status, reason);
        var context = await StepScene.OfAsync(played);

        Assert.That((await StepScene.FindAsync(new RefreshStep(), context), context.BlockedBy), Is.EqualTo((seen, blocked)));
    }

    // Servers now, and machines that the group has lost sight of; the group's maximum.
    [TestCase(3, 0, 3, "Pass: at most 3, and with those that leave 3", "")]
    [TestCase(2, 1, 3, "Pass: at most 3, and with those that leave 3", "; without the group: i-lost-0")]
    [TestCase(2, 2, 3, "Fail: at most 4, and with those that leave 4", "; without the group: i-lost-0, i-lost-1")]
    [TestCase(1, 0, 4, "Fail: at most 1, and with those that leave 1", "")]
    public async Task Ceiling_IsThree_OfServersAndOfTheGroupsMaximum(int servers, int strays, int max, string begin, string end)
    {
        var played = new PlayedDrill(servers) { Aws = { Max = max } };
        for (var number = 0; number < strays; number++)
            played.Aws.Servers.Add(new($"i-lost-{number}") { IsListed = false });
        var context = await StepScene.OfAsync(played);
        await context.Watch.LookAsync(CancellationToken.None);

        Assert.That(
            await StepScene.FindAsync(new CeilingStep(), context),
            Is.EqualTo($"{begin} machines at once, in 2 looks no more than 1 s apart; the group's maximum is {max}{end}"));
    }

    [TestCase(4, 0)]
    [TestCase(3, 3)]
    public async Task Ceiling_ThatWasBroken_IsAskedForNoMore(int servers, int asked)
    {
        var played = new PlayedDrill(servers);
        var context = await StepScene.OfAsync(played);
        await context.Watch.LookAsync(CancellationToken.None);
        played.Aws.Calls.Clear();

        Assert.That(
            await StepScene.FindAsync(new CeilingStep(), context), Does.StartWith($"{(servers > 3 ? "Fail" : "Pass")}: at most {servers}"));
        Assert.That(played.Aws.Calls, Has.Count.EqualTo(asked));
    }

    // Desired before and now; whether there was a load, and whether its end was waited for.
    [TestCase(1, 1, false, true, $"Pass: {Now} 1")]
    [TestCase(1, 2, true, false, $"Pass: {Now} 2; the load raised it from 1, and the group takes that back by itself")]
    [TestCase(1, 2, true, true, "Fail: desired was 1 and is 2")]
    [TestCase(1, 2, false, false, "Fail: desired was 1 and is 2")]
    [TestCase(1, 1, true, false, $"Pass: {Now} 1")]
    [TestCase(3, 2, false, true, $"Pass: {Now} 2; it was 3, and scaling took that back")]
    [TestCase(2, 1, true, false, $"Pass: {Now} 1; it was 2, and scaling took that back")]
    [TestCase(1, 0, false, true, "Fail: desired was 1 and is 0")]
    public async Task Group_IsAsItWas_ButForWhatScalingDoes(int before, int now, bool wasLoaded, bool waits, string seen)
    {
        var played = new PlayedDrill(1) { Aws = { Desired = before }, Plan = new() { WaitsForScaleIn = waits } };
        var context = await StepScene.OfAsync(played);
        context.CountBeforeLoad = wasLoaded ? 1 : null;
        played.Aws.Desired = now;

        Assert.That(await StepScene.FindAsync(new LeftAsFoundStep(), context), Is.EqualTo(seen));
    }

    // What scaling does excuses nothing else.
    [TestCase(1, 2, ", desired was 1 and is 2")]
    [TestCase(3, 2, ", desired was 3 and is 2")]
    [TestCase(1, 1, "")]
    public async Task Group_WithAnotherMaximum_IsNotAsItWas(int before, int now, string more)
    {
        var played = new PlayedDrill(1) { Aws = { Desired = before }, Plan = new() { WaitsForScaleIn = false } };
        var context = await StepScene.OfAsync(played);
        context.CountBeforeLoad = 1;
        (played.Aws.Desired, played.Aws.Max) = (now, 4);

        Assert.That(
            await StepScene.FindAsync(new LeftAsFoundStep(), context),
            Is.EqualTo($"Fail: maximum was 3 and is 4{more}"));
    }

    // A server that was broken, and the health of the group's only other one.
    [TestCase("i-00000000000000001", "unhealthy", "Fail: i-00000000000000001" + StillSick)]
    [TestCase("i-00000000000000009", "unhealthy", "Fail: i-00000000000000009" + StillSick)]
    [TestCase("i-00000000000000009", "healthy", AllWell)]
    [TestCase("i-00000000000000001", "healthy", AllWell, Description = "it was not broken")]
    [TestCase(null, "unhealthy", AllWell, Description = "another claim's")]
    public async Task Server_ThatWasBroken_IsReplacedInTheEnd(string? broken, string target, string seen)
    {
        var played = new PlayedDrill(2);
        played.Aws.Servers[1].Target = target;
        var context = await StepScene.OfAsync(played);
        context.Broken = broken;

        Assert.That(await StepScene.FindAsync(new LeftAsFoundStep(), context), Is.EqualTo(seen));
    }

    [TestCase(false, true, 1, 2, 2, "NotApplicable: left out by --no-load")]
    [TestCase(
        true, false, 1, 2, 2,
        "NotApplicable: left out by --no-scale-in: the group takes them back by itself, a quarter of an hour after the load")]
    [TestCase(true, true, null, 2, 2, "NotApplicable: there is no server too many")]
    [TestCase(true, true, 2, 2, 2, "NotApplicable: there is no server too many")]
    [TestCase(true, true, 2, 1, 2, "NotApplicable: there is no server too many")]
    [TestCase(true, true, 1, 2, 1, "Fail: not within ")]
    [TestCase(true, true, 1, 1, 2, "Fail: not within ", Description = "one is on its way")]
    public async Task Load_ThatIsGone_LeavesServersThatHaveToLeave(
        bool hasLoad, bool waits, int? before, int servers, int desired, string seen)
    {
        var played = new PlayedDrill(servers)
        {
            Aws = { Desired = desired, ShrinksIn = null },
            Plan = new() { HasLoad = hasLoad, WaitsForScaleIn = waits },
        };
        var context = await StepScene.OfAsync(played);
        context.CountBeforeLoad = before;

        var findings = await new LoadGoneStep().RunAsync(context, CancellationToken.None);

        Assert.That(StepScene.Text(findings[0]), Does.StartWith(seen));
        Assert.That(findings[1], seen.StartsWith("Fail", StringComparison.Ordinal) ? Is.Not.EqualTo(findings[0]) : Is.EqualTo(findings[0]));
        Assert.That(played.Load.Rate, Is.Zero);
    }

    // Servers now, and how many the group wants, of which one is not too many.
    [TestCase(2, 2, 1)]
    [TestCase(2, 3, 2)]
    [TestCase(3, 2, 2)]
    public async Task Servers_AreWaitedFor_AsLongAsTheyTakeToLeave(int servers, int desired, int tooMany)
    {
        var played = new PlayedDrill(servers) { Aws = { Desired = desired, ShrinksIn = null } };
        var context = await StepScene.OfAsync(played);
        context.CountBeforeLoad = 1;

        var expected = ExpectedTimes.RemoveServers(tooMany, TimeSpan.FromMinutes(5));
        Assert.That(
            await StepScene.FindAsync(new LoadGoneStep(), context),
            Is.EqualTo($"Fail: not within {ExpectedTimes.Text(WaitingTime.For(expected))}; {ExpectedTimes.Text(expected)} are expected"));
    }

    // It happened at any moment since the look before.
    [Test]
    public async Task Servers_ThatLeave_AreTimedByLooks()
    {
        var played = new PlayedDrill(2) { Aws = { ShrinksIn = null } };
        var context = await StepScene.OfAsync(played);
        context.CountBeforeLoad = 1;
        played.Aws.In(TimeSpan.FromMinutes(3), () =>
        {
            played.Aws.Desired = 1;
            played.Aws.Servers.RemoveAt(1);
        });

        var finding = (await new LoadGoneStep().RunAsync(context, CancellationToken.None))[0];

        Assert.That(StepScene.Text(finding), Does.StartWith("Pass: 1 again after 3 min").And.EndsWith(" are expected"));
        Assert.That(finding.Timing!.Grace, Is.EqualTo(TimeSpan.FromSeconds(6.5)));
    }

    [TestCase(false, "NotApplicable: left out by --no-load")]
    [TestCase(true, "NotChecked: not tried, since the servers were not all well: 1 in service but unhealthy, 1 serving; 2 desired")]
    public async Task Load_IsNotTried_ForTheFirstReasonThatThereIs(bool hasLoad, string seen)
    {
        var played = new PlayedDrill(2) { Aws = { Min = 1, Max = 2 }, Plan = new() { HasLoad = hasLoad } };
        played.Aws.Servers[1].Target = "unhealthy";

        Assert.That(await StepScene.FindAsync(new LoadStep(), await StepScene.OfAsync(played)), Is.EqualTo(seen));
    }

    [Test]
    public async Task Process_OfMoreThanOne_IsNamedToo()
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-auto-scaling-groups"] = answer =>
        {
            foreach (var process in new[] { "Launch", "AddToLoadBalancer" })
                answer["AutoScalingGroups"]![0]!["SuspendedProcesses"]!.AsArray().Add(new JsonObject { ["ProcessName"] = process });
        };
        var context = await StepScene.OfAsync(played);

        Assert.That(
            (await StepScene.FindAsync(new HealStep(), context), await StepScene.FindAsync(new LoadStep(), context)),
            Is.EqualTo((
                "Fail: Launch and AddToLoadBalancer suspended, so nothing would be replaced; none was broken",
                "Fail: scaling is off: Launch, AddToLoadBalancer is suspended")));
    }

    // As long as the promise is too long for an excuse.
    [TestCase(5, 301, Outcome.NotChecked)]
    [TestCase(5, 300, Outcome.Fail)]
    public async Task Load_AsLongAsThePromise_IsLongEnough(int minutes, int promised, Outcome outcome)
    {
        var played = new PlayedDrill { Aws = { GrowsIn = null }, Plan = new() { Minutes = minutes } };
        played.Outputs = played.Outputs with { SecondsToAdd = promised };

        var finding = (await new LoadStep().RunAsync(await StepScene.OfAsync(played), CancellationToken.None))[0];

        Assert.That(finding.Outcome, Is.EqualTo(outcome), finding.Seen);
    }

    [TestCase(null, 3, true, null)]
    [TestCase("why", 3, true, "why")]
    [TestCase(null, 4, true, "not tried, since there were 4 servers")]
    [TestCase("why", 4, true, "why")]
    [TestCase(null, 3, false, "not tried, since the servers were not all well: 3 serving; 1 desired")]
    [TestCase(null, 4, false, "not tried, since there were 4 servers")]
    public async Task Drill_HasAReason_NotToBreakAnything(string? blocked, int servers, bool isStable, string? reason)
    {
        var played = new PlayedDrill(servers);
        if (!isStable)
            played.Aws.Desired = 1;
        var context = await StepScene.OfAsync(played);
        context.BlockedBy = blocked;

        Assert.That(context.ReasonToSkip(await context.Watch.LookAsync(CancellationToken.None)), Is.EqualTo(reason));
    }

    [TestCase(630, null, 16)]
    [TestCase(600, null, 15)]
    [TestCase(1200, null, 30)]
    [TestCase(1201, null, 30)]
    [TestCase(630, 5, 5)]
    [TestCase(1, null, 1)]
    public void Load_LastsHalfAsLongAgainAsThePromise_UnlessItIsTold(int promised, int? minutes, int longest) => Assert.That(
        new DrillPlan { Minutes = minutes }.LongestLoad(new PlayedDrill().Outputs with { SecondsToAdd = promised }),
        Is.EqualTo(TimeSpan.FromMinutes(longest)));

    [TestCase(null, 2000, null)]
    [TestCase(30_000, 100, null)]
    [TestCase(
        29_999, 100,
        "the firewall blocks an address that makes more than 29,999 requests in 5 min, and 100 a second are 30,000" + Instead
        + "(2), or leave it out with --no-load")]
    [TestCase(
        2000, 1000,
        "the firewall blocks an address that makes more than 2,000 requests in 5 min, and 1000 a second are 300,000" + Instead
        + "(150), or leave it out with --no-load")]
    public void Firewall_StopsALoadAboveItsLimit(int? limit, double rate, string? why) => Assert.That(
        FirewallLimit.Against(new PlayedDrill().Outputs with { FirewallRateLimit = limit }, rate), Is.EqualTo(why));
}
