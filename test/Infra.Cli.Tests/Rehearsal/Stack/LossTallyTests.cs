using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Stack;

internal sealed class LossTallyTests
{
    private LossTally _tally = null!;

    [SetUp]
    public void NewTally() => _tally = new();

    [Test]
    public void Tally_WithoutFailures_IsEmpty()
    {
        Look(StackTrouble.None, 0, sent: 0, failed: 0);
        Look(StackTrouble.Roll, 10, sent: 100, failed: 0);

        Assert.That(_tally.Losses, Is.Empty);
    }

    [Test]
    public void Tally_OfSeveralTroubles_AddsUpEach_TheWorstFirst_AndKeepsTheLongestTime()
    {
        Look(StackTrouble.Roll, 0, sent: 0, failed: 0);
        Look(StackTrouble.Roll, 10, sent: 100, failed: 1);
        Look(StackTrouble.Sick, 20, sent: 200, failed: 1);
        Look(StackTrouble.Sick, 30, sent: 300, failed: 51);
        Look(StackTrouble.Sick, 40, sent: 400, failed: 101);
        Look(StackTrouble.None, 50, sent: 500, failed: 101);
        Look(StackTrouble.Sick, 60, sent: 600, failed: 101);
        Look(StackTrouble.Sick, 70, sent: 700, failed: 104);

        Assert.That(_tally.Losses, Is.EqualTo(
        [
            new TroubleLoss(StackTrouble.Sick, new(400, 103, 0), TimeSpan.FromSeconds(20)),
            new TroubleLoss(StackTrouble.Roll, new(200, 1, 0), TimeSpan.FromSeconds(10)),
        ]));
    }

    private void Look(StackTrouble trouble, int seconds, long sent, long failed) =>
        _tally.Look(trouble, DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds), new(sent, failed, 0));
}
