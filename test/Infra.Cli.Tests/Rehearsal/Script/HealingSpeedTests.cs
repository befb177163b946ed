using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>How fast the reference stacks heal and roll, and that being fast replaces no server that only boots slowly.</summary>
public sealed class HealingSpeedTests
{
    private const int Histories = 20;
    private const int Steps = 30;
    private const int HeaviestLoad = 450;

    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Replaced = TimeSpan.FromSeconds(270);
    private static readonly TimeSpan Rolled = TimeSpan.FromMinutes(8);

    [Test]
    [Requirement("R6")]
    public async Task Promise_OfAReferenceStack_IsNoticedAndReplacedInTime([Values("dev", "prod")] string stack)
    {
        var expected = (await Declarations.Of(stack)).Expected;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(expected.NoticeSickServer, Is.LessThanOrEqualTo(Noticed));
            Assert.That(expected.ReplaceSickServer, Is.LessThanOrEqualTo(Replaced));
        }
    }

    [Test]
    [Requirement("R6")]
    public async Task Roll_OfThreeServers_TakesEightMinutesAtMost([Values("dev", "prod")] string stack)
    {
        var report = await (await Declarations.Of(stack)).RehearseAsync();

        var roll = report.Events.Single(drilled => drilled.Name == "a roll at full size");

        Assert.That(roll.HealthyBefore, Is.EqualTo(3));
        Assert.That(roll.Took, Is.LessThanOrEqualTo(Rolled));
    }

    [Test]
    [Requirement("R6")]
    public async Task Group_OfServersThatBootWithinTheBudget_ReplacesNoneOfThem([Values("dev", "prod")] string stack)
    {
        for (var seed = 0; seed < Histories; seed++)
            Assert.That(await ReplacedAsync(stack, seed, slowest: 1), Is.Empty, $"seed {seed}");
    }

    [Test]
    [Requirement("R6")]
    public async Task Group_OfServersThatBootFarLonger_ReplacesSome([Values("dev", "prod")] string stack) =>
        Assert.That(await ReplacedAsync(stack, seed: 0, slowest: 3), Is.Not.Empty, "or the boots are too tame to prove anything");

    /// <summary>What the group says of servers that it found unhealthy, in a history of loads and rolls where none breaks.</summary>
    private static async Task<IEnumerable<string>> ReplacedAsync(string stack, int seed, double slowest)
    {
        var declared = await Declarations.Of(stack);
        var budget = declared.Group.InstanceWarmup;
        var random = new Random(seed);
        var running = new SimulatedStack(declared, ServerModel.Default, _ => budget * slowest * random.NextDouble());
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(3) == 0)
                running.Roll();
            else
                running.SetLoad(random.Next(HeaviestLoad));

            await running.PassAsync(TimeSpan.FromSeconds(random.Next(1, 1200)), CancellationToken.None);
        }

        return running.Events.Select(line => line.Text).Where(text => text.Contains("unhealthy:", StringComparison.Ordinal)
            && text.Contains("marked", StringComparison.Ordinal));
    }
}
