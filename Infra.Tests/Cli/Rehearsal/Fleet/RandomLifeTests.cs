using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Stage;
using Infra.Tests.Support;

namespace Infra.Tests.Cli.Rehearsal.Fleet;

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
            await LiveAsync(declared, seed);
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
        var stage = new SimulatedStage(
            declared with { Group = declared.Group with { Refresh = declared.Group.Refresh! with { Percentages = new(50, 100) } } },
            ServerModel.Default);
        stage.SetLoad(300);
        stage.Roll();
        await stage.PassAsync(TimeSpan.FromMinutes(10), CancellationToken.None);

        Assert.That(stage.HighestCapacity, Is.EqualTo(4), "or 50 % would do for one server too");
    }

    private static async Task LiveAsync(DeclaredStack declared, int seed)
    {
        var stage = await TroubleAsync(declared, seed);
        stage.SetLoad(0);
        foreach (var zone in declared.Group.Zones)
            stage.RestoreZone(zone);

        await stage.PassAsync(Calm, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(stage.HighestCapacity, Is.LessThanOrEqualTo(3), $"seed {seed}");
            Assert.That(stage.Events.Select(line => line.Capacity), Is.All.InRange(0, 3), $"seed {seed}");
            Assert.That(stage.View.Healthy, Is.EqualTo(declared.Group.MinSize), $"seed {seed}");
            Assert.That(stage.View.Servers, Has.Count.EqualTo(declared.Group.MinSize), $"seed {seed}");
        });
    }

    private static async Task<SimulatedStage> TroubleAsync(DeclaredStack declared, int seed)
    {
        var random = new Random(seed);
        var stage = new SimulatedStage(declared, ServerModel.Default);
        for (var step = 0; step < Steps; step++)
        {
            Happen(stage, declared.Group.Zones, random);
            await stage.PassAsync(TimeSpan.FromSeconds(random.Next(1, 900)), CancellationToken.None);
        }

        return stage;
    }

    private static void Happen(SimulatedStage stage, IReadOnlyList<string> zones, Random random)
    {
        var servers = stage.View.Servers;
        switch (random.Next(6))
        {
            case 0 when servers.Count > 0:
                stage.Break(servers[random.Next(servers.Count)].Id);
                break;
            case 1 when servers.Count > 0:
                stage.Hang(servers[random.Next(servers.Count)].Id);
                break;
            case 2:
                stage.Roll();
                break;
            case 3:
                stage.LoseZone(zones[random.Next(zones.Count)]);
                break;
            case 4:
                stage.RestoreZone(zones[random.Next(zones.Count)]);
                break;
            default:
                stage.SetLoad(random.Next(0, 600));
                break;
        }
    }
}
