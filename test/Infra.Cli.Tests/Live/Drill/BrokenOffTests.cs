using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A drill that the user breaks off leaves no load, and says what it leaves.</summary>
internal sealed class BrokenOffTests
{
    private const string AsItWas = "The group's settings are as they were: minimum 1, maximum 3, suspended: AZRebalance, desired 1.";

    [Test]
    public async Task BrokenOff_BeforeAnythingIsBroken_SaysThatAllIsAsItWas() =>
        Assert.That(
            await BrokenOffAtAsync((_, command) => command == "autoscaling describe-instance-refreshes"),
            Is.EqualTo(["The drill was broken off, and its load is stopped.", AsItWas]));

    [TestCase(false, "autoscaling set-instance-health", "marked unhealthy")]
    [TestCase(true, "autoscaling terminate-instance-in-auto-scaling-group", "terminated")]
    public async Task BrokenOff_WhileAServerIsBroken_NamesIt(bool terminates, string moment, string how) =>
        Assert.That(
            await BrokenOffAtAsync((_, command) => command == moment, new() { Terminates = terminates }),
            Is.EqualTo(
            [
                "The drill was broken off, and its load is stopped.",
                $"i-00000000000000001 was {how}, or was about to be: the group replaces it by itself.",
                AsItWas,
            ]));

    [Test]
    public async Task BrokenOff_UnderLoad_StopsTheLoad_AndSaysWhatItBrought() =>
        Assert.That(
            (await BrokenOffAtAsync((played, _) => played.Load.Rate > 100 && played.Aws.Desired == 2))[^1],
            Is.EqualTo("Of the group, desired was 1 and is 2: the drill never sets these, and scaling takes back what load has added."));

    [Test]
    public async Task BrokenOff_AfterOthersHaveChangedTheGroup_NamesEachChange() =>
        Assert.That(
            (await BrokenOffAtAsync((played, command) =>
            {
                (played.Aws.Max, played.Aws.Desired) = (4, 2);
                return command == "autoscaling describe-instance-refreshes";
            }))[^1],
            Does.StartWith("Of the group, maximum was 3 and is 4, desired was 1 and is 2: "));

    [Test]
    public async Task Disposal_StopsTheLoad()
    {
        var load = new DisposedLoad();
        await using (await StackDrill.FindAsync(
            "dev", new PlayedDrill().Outputs, new(), new PlayedDrill().Tools with { Load = _ => load }, CancellationToken.None))
        {
            load.SetRate(5);
        }

        Assert.That((load.Rate, load.IsDisposed), Is.EqualTo((0d, true)));
    }

    [Test]
    public async Task BrokenOff_WhereAwsCanNotBeAsked_SaysWhereToLook()
    {
        var last = (await BrokenOffAtAsync((played, command) =>
        {
            if (command != "autoscaling set-instance-health")
                return false;

            played.Aws.Next["autoscaling describe-auto-scaling-groups"] = new([new(255, "", "Unable to locate credentials")]);
            return true;
        }))[^1];

        Assert.That(
            last,
            Is.EqualTo(
                "What the group is like now could not be asked: see 'aws autoscaling describe-auto-scaling-groups "
                + "--auto-scaling-group-names fleet-group --region eu-west-1'."));
    }

    private static async Task<IReadOnlyList<string>> BrokenOffAtAsync(Func<PlayedDrill, string, bool> isTheMoment, DrillPlan? plan = null)
    {
        var played = new PlayedDrill { Plan = plan ?? new() };
        using var breaking = new CancellationTokenSource();
        await using var drill = await played.FindAsync();
        played.Aws.OnCall = command =>
        {
            if (!breaking.IsCancellationRequested && isTheMoment(played, command))
                breaking.Cancel();
        };

        await Assert.ThatAsync(
            () => drill.RunAsync(new Progress<Claim>(), _ => { }, breaking.Token),
            Throws.InstanceOf<OperationCanceledException>());

        Assert.That(played.Load.Rate, Is.Zero);
        return await drill.AftermathAsync();
    }
}
