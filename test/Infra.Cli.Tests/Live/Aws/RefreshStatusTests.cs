using Infra.Cli.Live.Aws;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>Every state of an instance refresh, and which of several is the latest.</summary>
internal sealed class RefreshStatusTests
{
    // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRefresh.html; the last are none of AWS's, yet.
    [TestCase("Pending", true, true)]
    [TestCase("InProgress", true, true)]
    [TestCase("Baking", true, true)]
    [TestCase("Cancelling", true, false)]
    [TestCase("RollbackInProgress", true, false)]
    [TestCase("Successful", false, false)]
    [TestCase("Failed", false, false)]
    [TestCase("Cancelled", false, false)]
    [TestCase("RollbackSuccessful", false, false)]
    [TestCase("RollbackFailed", false, false)]
    [TestCase("Resting", true, false)]
    [TestCase("successful", true, false)]
    [TestCase("", true, false)]
    public void State_IsUnderWay_OrOver_AndCanBeCancelled_OrNot(string status, bool isUnderWay, bool canBeCancelled)
    {
        var refresh = new RefreshAnswer(status);

        Assert.That(
            (RefreshStatus.IsUnderWay(refresh), RefreshStatus.CanBeCancelled(refresh)), Is.EqualTo((isUnderWay, canBeCancelled)));
    }

    [Test]
    public void States_ThatARollIsJudgedBy_AreAwssWords() =>
        Assert.That((RefreshStatus.Successful, RefreshStatus.RollbackSuccessful), Is.EqualTo(("Successful", "RollbackSuccessful")));

    // Each as state@hour of its start; whichever order AWS tells them in.
    [TestCase("", null)]
    [TestCase("Failed@1", "Failed")]
    [TestCase("Cancelled@", "Cancelled")]
    [TestCase("Failed@1 Successful@2", "Successful")]
    [TestCase("Failed@3 Successful@2 Cancelled@1", "Failed")]
    [TestCase("Successful@2 Pending@", "Pending")]
    [TestCase("Successful@2 Resting@", "Resting")]
    [TestCase("Successful@2 Cancelled@", "Successful")]
    [TestCase("Successful@2 Failed@", "Successful")]
    [TestCase("Cancelled@ InProgress@1", "InProgress")]
    [TestCase("Cancelled@ Pending@", "Pending")]
    public void Latest_IsAboutToBegin_ElseHasBegunLast_ElseNeverBegan(string refreshes, string? latest)
    {
        var all = refreshes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Refresh).ToList();

        Assert.That(RefreshStatus.Latest(all)?.Status, Is.EqualTo(latest));
        all.Reverse();
        Assert.That(RefreshStatus.Latest(all)?.Status, Is.EqualTo(latest));
    }

    private static RefreshAnswer Refresh(string told) => told.Split('@') is [var status, { Length: > 0 } hour]
        ? new(status) { StartTime = DateTimeOffset.UnixEpoch.AddHours(hour[0] - '0') }
        : new(told.Split('@')[0]);
}
