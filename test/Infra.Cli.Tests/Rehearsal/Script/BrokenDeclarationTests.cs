using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>One wrong number in what a stack declares, and the drill fails on the requirement that it breaks, and on no other.</summary>
public sealed class BrokenDeclarationTests
{
    [Test]
    [Requirement("R6")]
    public async Task HealthCheckTypeEC2_BreaksR6([Values("dev", "prod")] string stack) =>
        await BreaksAsync("R6", stack, declared => declared.WithGroup(group => group with { FollowsLoadBalancerHealth = false }));

    // The drill takes the server that was not replaced away, or nothing after it would tell anything.
    [Test]
    public async Task HealthCheckTypeEC2_LeavesTheRestToTry([Values("dev", "prod")] string stack)
    {
        var declared = (await Declarations.Of(stack)).WithGroup(group => group with { FollowsLoadBalancerHealth = false });

        var rest = (await declared.RehearseAsync()).Verdicts.Where(verdict => verdict.Claim.Requirement is "R7" or "R8");

        Assert.That(rest.Select(verdict => verdict.Finding.Outcome), Is.EqualTo(Enumerable.Repeat(Outcome.Pass, 4)));
    }

    [Test]
    [Requirement("R6")]
    public async Task ReplacementSuspended_BreaksR6([Values("dev", "prod")] string stack) =>
        await BreaksAsync(
            "R6", stack, declared => declared.WithGroup(group => group with { SuspendedProcesses = ["AZRebalance", "HealthCheck"] }));

    [Test]
    [Requirement("R5")]
    [Requirement("R6")]
    public async Task TenFailedChecks_BreakR5_AndLoseMoreRequestsThanPromised([Values("dev", "prod")] string stack)
    {
        var declared = (await Declarations.Of(stack)).WithCheck(check => check with { UnhealthyThreshold = 10 });

        var report = await declared.RehearseAsync();

        Assert.That(report.Broken(), Is.EqualTo(["R5", "R6"]));
        Assert.That(
            report.Verdicts.Where(verdict => verdict.Finding.Outcome == Outcome.Fail && verdict.Claim.Requirement == "R6")
                .Select(verdict => verdict.Claim.Text),
            Has.All.Match(", for at most 25 s, until a (sick server|sick server at full size|lost zone) is noticed$"));
    }

    [Test]
    [Requirement("R7")]
    public async Task NoTracking_BreaksR7([Values("dev", "prod")] string stack) =>
        await BreaksAsync("R7", stack, declared => declared.WithGroup(group => group with { Tracking = [] }));

    // A group that never had as many servers as it may have shows nothing of what it does then.
    [Test]
    [Requirement("R8")]
    public async Task NoTracking_LeavesTheCeilingOpen()
    {
        var report = await BreaksAsync("R7", "dev", declared => declared.WithGroup(group => group with { Tracking = [] }));

        var ceiling = report.Verdicts.Single(verdict => verdict.Claim.Requirement == "R8");
        Assert.That(ceiling.Finding.Outcome, Is.EqualTo(Outcome.NotChecked));
        Assert.That(ceiling.Finding.Seen, Does.EndWith(": the group never had the servers that it may have"));
    }

    [Test]
    [Requirement("R7")]
    public async Task NoScalingIn_BreaksR7([Values("dev", "prod")] string stack) =>
        await BreaksAsync("R7", stack, declared => declared.WithGroup(group => group with
        {
            Tracking = [.. group.Tracking.Select(tracking => tracking with { ScalesIn = false })],
        }));

    // In prod the percentage keeps a server all the same.
    [Test]
    [Requirement("R6")]
    public async Task RollWithoutCheckpoints_BreaksR6() =>
        await BreaksAsync(
            "R6", "dev", declared => declared.WithGroup(group => group with { Refresh = group.Refresh! with { Checkpoints = [] } }));

    [Test]
    [Requirement("R8")]
    public async Task RollThatLaunchesFirst_BreaksR8([Values("dev", "prod")] string stack) =>
        await BreaksAsync("R8", stack, declared => declared.WithGroup(group => group with
        {
            Refresh = group.Refresh! with { Percentages = group.Refresh.Percentages! with { MaxHealthy = 200 } },
        }));

    [Test]
    [Requirement("R8")]
    public async Task ReplacementThatLaunchesFirst_BreaksR8_AndLetsABrokenVersionReachMoreServers([Values("dev", "prod")] string stack) =>
        await BreaksAsync(
            "R6 R8",
            stack,
            declared => declared.WithGroup(group => group with { Maintenance = group.Maintenance! with { MaxHealthy = 200 } }));

    [Test]
    [Requirement("R8")]
    public async Task RebalancingBetweenZones_BreaksR8([Values("dev", "prod")] string stack)
    {
        var report = await BreaksAsync(
            "R8", stack, declared => declared.WithGroup(group => group with { SuspendedProcesses = [], Maintenance = null }));

        Assert.That(report.Verdicts[^1].Finding.Seen, Is.EqualTo("4; more than 3 first during: eu-west-1a is lost and comes back"));
    }

    // The percentages bound the rebalancing too: the stack has a second guard, and the drill shows that the first one may fall.
    [Test]
    public async Task RebalancingBetweenZones_UnderAMaintenancePolicy_BreaksNothing([Values("dev", "prod")] string stack)
    {
        var declared = (await Declarations.Of(stack)).WithGroup(group => group with { SuspendedProcesses = [] });

        Assert.That((await declared.RehearseAsync()).Broken(), Is.Empty);
    }

    [Test]
    [Requirement("R8")]
    public async Task MaximumOfFour_BreaksR8_AndLetsABrokenVersionReachMoreServers([Values("dev", "prod")] string stack) =>
        await BreaksAsync("R6 R8", stack, declared => declared.WithGroup(group => group with { MaxSize = 4 }));

    [Test]
    [Requirement("R6")]
    public async Task HealthCheckTypeEC2_InTheGraph_BreaksR6()
    {
        var graph = (await RecordedStacks.Dev()).Set("fleet-group", "healthCheckType", "EC2");

        Assert.That((await Declarations.Of(graph).RehearseAsync()).Broken(), Is.EqualTo(["R6"]));
    }

    [Test]
    [Requirement("R8")]
    public async Task MaximumOfTwoHundredPercent_InTheGraph_BreaksR8_AndLetsABrokenVersionReachMoreServers()
    {
        var graph = (await RecordedStacks.Prod())
            .Set("fleet-group", "instanceMaintenancePolicy.maxHealthyPercentage", 200d)
            .Set("fleet-group", "instanceRefresh.preferences.maxHealthyPercentage", 200d);

        Assert.That((await Declarations.Of(graph).RehearseAsync()).Broken(), Is.EqualTo(["R6", "R8"]));
    }

    [Test]
    public async Task Text_OfABrokenStack_IsAsAccepted()
    {
        var declared = (await Declarations.Of("prod")).WithGroup(group => group with { FollowsLoadBalancerHealth = false, MaxSize = 4 });
        using var writer = new StringWriter();

        new RehearsalText(await declared.RehearseAsync(), PlainConsole.Of(writer)).WriteResult();

        Golden.Verify("drill-broken", writer.ToString());
    }

    private static async Task<RehearsalReport> BreaksAsync(string requirements, string stack, Func<RehearsedStack, RehearsedStack> edit)
    {
        var report = await edit(await Declarations.Of(stack, "infra:rollout=up")).RehearseAsync();

        var failed = report.Verdicts.Where(verdict => verdict.Finding.Outcome == Outcome.Fail);
        Assert.That(report.Broken(), Is.EqualTo(requirements.Split(' ')), string.Join('\n', failed));
        return report;
    }
}
