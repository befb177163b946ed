using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Load;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Load;

internal sealed class LossTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Replaced = TimeSpan.FromSeconds(255);

    [Test]
    public void Meter_WithoutFailures_LosesNothing()
    {
        var loss = Measured((10, 100, 0), (20, 200, 0));

        Assert.That((loss.Requests.Sent, loss.Requests.Failed, loss.For), Is.EqualTo((200L, 0L, TimeSpan.Zero)));
        Assert.That(loss.Shown, Is.EqualTo("0 of 200 failed"));
        Assert.That(loss.Nothing, Is.EqualTo(Finding.Pass("0 of 200 failed")));
    }

    [Test]
    public void Meter_WithFailures_CountsFromTheLookBeforeTheFirstToTheLast()
    {
        var loss = Measured((10, 100, 0), (20, 200, 40), (30, 300, 40), (40, 400, 50), (50, 500, 50));

        Assert.That((loss.While.Sent, loss.While.Failed, loss.For), Is.EqualTo((300L, 50L, TimeSpan.FromSeconds(30))));
        Assert.That(loss.Shown, Is.EqualTo("50 of 500 failed (10 %), within 30 s"));
        Assert.That(loss.Nothing, Is.EqualTo(Finding.Fail("50 of 500 failed (10 %), within 30 s")));
    }

    [Test]
    public void Nothing_WithoutARequest_IsNotChecked() =>
        Assert.That(Measured((10, 0, 0)).Nothing, Is.EqualTo(Finding.NotChecked("no request was sent")));

    [TestCase(1, 2, "at most 1 of 2 requests fails, for at most 25 s")]
    [TestCase(2, 3, "at most 2 of 3 requests fail, for at most 25 s")]
    [TestCase(1, 1, "requests fail for at most 4 min 15 s")]
    [Requirement("R6")]
    public void Promise_OfServersThatFail_IsTheirShareUntilNoticedOrAllUntilReplaced(int sick, int servers, string text) =>
        Assert.That(LossPromise.Of(sick, servers, Noticed, Replaced).ToString(), Is.EqualTo(text));

    // Of 100 requests in 20 s, and in 30.
    [TestCase(20, 51, Outcome.Pass)]
    [TestCase(20, 52, Outcome.Fail)]
    [TestCase(30, 50, Outcome.Fail)]
    [TestCase(20, 0, Outcome.Pass)]
    [Requirement("R6")]
    public void Promise_OfOneOfTwo_IsBrokenByMoreThanHalfOrForLonger(int seconds, int failed, Outcome expected) =>
        Assert.That(
            LossPromise.Of(1, 2, Noticed, Replaced).Judge(Measured((seconds, 100, failed), (200, 1000, failed))).Outcome,
            Is.EqualTo(expected));

    // Two thirds of 90 requests, and two more.
    [TestCase(62, Outcome.Pass)]
    [TestCase(63, Outcome.Fail)]
    public void Promise_OfTwoOfThree_IsBrokenByMoreThanTwoThirds(int failed, Outcome expected)
    {
        var loss = Measured((20, 90, failed));

        Assert.That(LossPromise.Of(2, 3, Noticed, Replaced).Judge(loss), Is.EqualTo(new Finding(expected, loss.Shown)));
    }

    [Test]
    public void Promise_WithSlack_IsKeptForSoMuchLonger() =>
        Assert.That(
            LossPromise.Of(1, 2, Noticed, Replaced).Judge(Measured((30, 100, 50)), slack: TimeSpan.FromSeconds(5)).Outcome,
            Is.EqualTo(Outcome.Pass));

    [Test]
    public void Promise_WithoutARequest_IsNotChecked() =>
        Assert.That(LossPromise.Of(1, 2, Noticed, Replaced).Judge(Measured((30, 0, 0))).Outcome, Is.EqualTo(Outcome.NotChecked));

    private static Loss Measured(params (int Seconds, long Sent, long Failed)[] looks)
    {
        var meter = new LossMeter(Start, default);
        foreach (var (seconds, sent, failed) in looks)
            meter.Look(Start + TimeSpan.FromSeconds(seconds), new(sent, failed, 0));

        return meter.Loss;
    }
}
