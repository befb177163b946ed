using Infra.Cli.Live.Claims;

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

    [Test]
    public async Task BrokenOff_WhileAServerIsBroken_NamesIt() =>
        Assert.That(
            await BrokenOffAtAsync((_, command) => command == "autoscaling set-instance-health"),
            Is.EqualTo(
            [
                "The drill was broken off, and its load is stopped.",
                "i-00000000000000001 was marked unhealthy, or was about to be: the group replaces it by itself.",
                AsItWas,
            ]));

    [Test]
    public async Task BrokenOff_UnderLoad_StopsTheLoad_AndSaysWhatItBrought() =>
        Assert.That(
            (await BrokenOffAtAsync((played, _) => played.Load.Rate > 100 && played.Aws.Desired == 2))[^1],
            Is.EqualTo("Of the group, desired was 1 and is 2: the drill never sets these, and scaling takes back what load has added."));

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
            Does.StartWith("What the group is like now could not be asked: see 'aws autoscaling describe-auto-scaling-groups "));
    }

    private static async Task<IReadOnlyList<string>> BrokenOffAtAsync(Func<PlayedDrill, string, bool> isTheMoment)
    {
        var played = new PlayedDrill();
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
