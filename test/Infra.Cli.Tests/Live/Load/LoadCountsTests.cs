using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Load;

namespace Infra.Cli.Tests.Live.Load;

internal sealed class LoadCountsTests
{
    [TestCase(0, 0, 0)]
    [TestCase(200, 0, 0)]
    [TestCase(200, 50, 0.25)]
    [TestCase(200, 200, 1)]
    public void Share_OfThoseThatFailed_IsOfThoseSent(long sent, long failed, double share) =>
        Assert.That(new LoadCounts(sent, failed, 0).FailedShare, Is.EqualTo(share));

    [TestCase(0, 0, Outcome.NotChecked, "no request was sent")]
    [TestCase(0, 1, Outcome.NotChecked, "the firewall blocked every request")]
    [TestCase(5000, 1, Outcome.Pass, "0 of 5,000 failed")]
    [TestCase(5000, 0, Outcome.Pass, "0 of 5,000 failed")]
    public void Finding_WithoutFailures_IsOfThoseSent(long sent, long blocked, Outcome outcome, string seen) =>
        Assert.That(new LoadCounts(sent, 0, 1, blocked).NoneFailed, Is.EqualTo(new Finding(outcome, seen)));

    [Test]
    public void Finding_WithAFailure_Fails() =>
        Assert.That(new LoadCounts(5000, 1234, 0).NoneFailed, Is.EqualTo(Finding.Fail("1,234 of 5,000 failed")));

    [Test]
    public void Counts_AreAdded_AndTakenOff_EachByItself()
    {
        var (earlier, added) = (new LoadCounts(1000, 200, 30, 4), new LoadCounts(500, 60, 7, 1));
        var later = new LoadCounts(1500, 260, 37, 5);

        Assert.That((earlier.With(added), later.Since(earlier)), Is.EqualTo((later, added)));
    }
}
