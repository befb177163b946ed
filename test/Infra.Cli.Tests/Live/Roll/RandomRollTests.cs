using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>What holds of every roll, whatever becomes of it: random groups, ends, and moments at which it is broken off.</summary>
internal sealed class RandomRollTests
{
    private static readonly string[][] Ends =
    [
        ["Successful"], ["Failed"], ["Cancelling", "Cancelled"], ["RollbackInProgress", "RollbackSuccessful"],
        ["RollbackInProgress", "RollbackFailed"], [],
    ];

    [Test]
    [Requirement("R6"), Requirement("R8")]
    public async Task Roll_AnyGroupAnyEnd_LeavesOneVersionEverywhere_AndNothingHeld()
    {
        // A seed names a roll for ever.
        for (var seed = 1; seed <= 400; seed++)
            await TryAsync(seed);
    }

    private static async Task TryAsync(int seed)
    {
        var random = new Random(seed);
        var rollout = random.Next(2) == 0 ? "promote" : "up";
        var played = new PlayedRoll(random.Next(1, 4), rollout);
        string[] states =
            ["Pending", .. Enumerable.Repeat("InProgress", random.Next(1, 5)), "Baking", .. Ends[random.Next(Ends.Length)]];
        if (rollout == "up")
        {
            played.Aws.Launches = "7";
            played.Aws.Refreshes.Add(new("refresh-1", random.Next(2) == 0 ? "7" : null, states));
        }
        else
        {
            played.Aws.Coming.Enqueue(states);
        }

        using var breaking = new CancellationTokenSource();
        var breaksAt = random.Next(3) == 0 ? random.Next(1, 40) : int.MaxValue;
        played.Aws.OnCall = _ =>
        {
            if (played.Aws.Calls.Count == breaksAt)
                breaking.Cancel();
        };
        try
        {
            // PlayedAws and PlayedRoll hold the invariants of scaling.
            var report = await played.RunAsync(breaking.Token);
            var version = report.ExitCode == 0 ? "7" : "6";
            Assert.That(played.Aws.Launches, Is.EqualTo(version), $"seed {seed}");
            Assert.That(played.Aws.Servers.Select(server => server.Version), Is.All.EqualTo(version), $"seed {seed}");
            Assert.That(
                PlayedRoll.Of(report, RollClaims.WentBack).Outcome,
                Is.EqualTo(report.ExitCode == 0 ? Outcome.NotApplicable : Outcome.Pass),
                $"seed {seed}");
        }
        catch (OperationCanceledException)
        {
            await played.Roll.AftermathAsync();
            Assert.That(played.Aws.Suspended, Is.EqualTo(["AZRebalance"]), $"seed {seed}");
            Assert.That(played.Aws.Marks, Is.Empty, $"seed {seed}");
        }
    }
}
