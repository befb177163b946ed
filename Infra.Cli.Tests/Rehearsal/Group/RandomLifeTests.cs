using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>
/// The committed stacks through days of failures, load, rolls and lost zones in any order. Each seed is one history, so a failure can be
/// had again.
/// </summary>
internal sealed class RandomLifeTests
{
    private const int Histories = 25;
    private const int Steps = 60;

    private static readonly TimeSpan Calm = TimeSpan.FromHours(4);

    [TestCase("dev")]
    [TestCase("prod")]
    [Requirement("R6")]
    [Requirement("R8")]
    public async Task Group_WhateverHappens_NeverHasMoreThanThreeServersAndHeals(string stack)
    {
        var declared = await Declarations.Of(stack);

        for (var seed = 0; seed < Histories; seed++)
            Assert.That(await Life.FaultAfterAsync(await TroubleAsync(declared, seed), declared.Group, Calm), Is.Null, $"seed {seed}");
    }

    [Test]
    [Requirement("R8")]
    public async Task Group_WithRoomToLaunchFirst_HasMoreThanThree()
    {
        var declared = await Declarations.Of("dev");
        var loose = declared with { Group = declared.Group with { Maintenance = new(100, 200) } };
        var highest = 0;
        for (var seed = 0; seed < Histories; seed++)
            highest = Math.Max(highest, (await TroubleAsync(loose, seed)).HighestCapacity);

        Assert.That(highest, Is.GreaterThan(3), "or the histories are too tame to prove a ceiling");
    }

    [Test]
    [Requirement("R8")]
    public async Task Group_ThatLaunchesFirstAtItsSmallest_HasMoreThanThreeWhenALoadComesMeanwhile()
    {
        var declared = await Declarations.Of("dev");
        var slow = declared.Group.Refresh! with { Percentages = new(50, 100), InstanceWarmup = TimeSpan.FromMinutes(5) };
        var running = new SimulatedStack(declared with { Group = declared.Group with { Refresh = slow } }, ServerModel.Default);
        running.SetLoad(300);
        running.Roll();
        await running.PassAsync(TimeSpan.FromMinutes(10), CancellationToken.None);

        Assert.That(running.HighestCapacity, Is.EqualTo(4), "or 50 % would do for one server too");
    }

    private static Task<SimulatedStack> TroubleAsync(RehearsedStack declared, int seed)
    {
        var random = new Random(seed);
        return Life.ThroughAsync(declared, ServerModel.Default, Enumerable.Range(0, Steps).Select(_ => Trouble.Any(random)));
    }
}
