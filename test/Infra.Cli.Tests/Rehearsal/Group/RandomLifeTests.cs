using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>
/// The committed stacks through days of failures, load, rolls and lost zones in any order. Each seed is one history, so a failure can be
/// had again.
/// </summary>
[Category("Wide")]
internal sealed class RandomLifeTests
{
    private const int Histories = 25;
    private const int Steps = 60;

    private static readonly TimeSpan Calm = TimeSpan.FromHours(4);

    [TestCase("dev", Rollout.Promote)]
    [TestCase("dev", Rollout.Up)]
    [TestCase("prod", Rollout.Promote)]
    [TestCase("prod", Rollout.Up)]
    [Requirement("R6")]
    [Requirement("R8")]
    public async Task Group_WhateverHappens_NeverHasMoreThanThreeServersAndHeals(string stack, Rollout rollout)
    {
        var declared = await Declarations.Of(stack, $"infra:rollout={rollout.ToString().ToLowerInvariant()}");
        var ended = 0;

        for (var seed = 0; seed < Histories; seed++)
        {
            var life = await TroubleAsync(declared, seed);
            Assert.That(await Life.FaultAfterAsync(life, declared.Group, Calm), Is.Null, $"seed {seed}");
            ended += life.Watch.Ended.Count;
        }

        Assert.That(ended, Is.GreaterThan(Histories), "or hardly a bad version was rolled");
    }

    [Test]
    [Requirement("R8")]
    public async Task Group_WithRoomToLaunchFirst_HasMoreThanThree()
    {
        var declared = await Declarations.Of("dev");
        var loose = declared with { Group = declared.Group with { Maintenance = new(100, 200) } };
        var highest = 0;
        for (var seed = 0; seed < Histories; seed++)
            highest = Math.Max(highest, (await TroubleAsync(loose, seed)).Stack.HighestCapacity);

        Assert.That(highest, Is.GreaterThan(3), "or the histories are too tame to prove a ceiling");
    }

    [Test]
    [Requirement("R8")]
    public async Task Group_ThatLaunchesFirstAtItsSmallest_HasMoreThanThreeWhenALoadComesMeanwhile()
    {
        var declared = await Declarations.Of("dev");
        var slow = declared.Group.Refresh! with { Percentages = new(50, 100), InstanceWarmup = TimeSpan.FromMinutes(5) };
        var group = declared.Group with { Refresh = slow, Rollout = Rollout.Up };
        var running = new SimulatedStack(declared with { Group = group }, ServerModel.Default);
        running.SetLoad(300);
        running.Roll();
        await running.PassAsync(TimeSpan.FromMinutes(10), CancellationToken.None);

        Assert.That(running.HighestCapacity, Is.EqualTo(4), "or 50 % would do for one server too");
    }

    [Test]
    [Requirement("R6")]
    public async Task PromotedRolls_OfTheOnlyServer_LoseNoRequest()
    {
        var declared = await Declarations.Of("dev", "infra:rollout=promote");
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            var stack = new SimulatedStack(declared, ServerModel.Default);
            for (var roll = 0; roll < 10; roll++)
            {
                stack.SetLoad(random.Next(1, 10));
                stack.Roll(random.Next(2) == 0 ? VersionFault.None : VersionFault.NeverHealthy);
                await stack.PassAsync(TimeSpan.FromSeconds(random.Next(1, 3600)), CancellationToken.None);
            }

            Assert.That((stack.Requests.Failed, stack.Requests.Sent > 0), Is.EqualTo((0, true)), $"seed {seed}");
        }
    }

    private static Task<(SimulatedStack Stack, LifeWatch Watch)> TroubleAsync(RehearsedStack declared, int seed)
    {
        var random = new Random(seed);
        return Life.ThroughAsync(declared, ServerModel.Default, Enumerable.Range(0, Steps).Select(_ => Trouble.Any(random)));
    }
}
