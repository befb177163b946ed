using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

public sealed class ExpectedTimesTests
{
    [Test]
    [Requirement("R6")]
    public void For_DefaultTimings_AddsUpWhatHealingTakes()
    {
        var times = ExpectedTimes.For(Timings.Default);

        Assert.Multiple(() =>
        {
            Assert.That(times.NoticeSickServer, Is.EqualTo(TimeSpan.FromSeconds(25)));
            Assert.That(times.ReplaceSickServer, Is.EqualTo(TimeSpan.FromSeconds(25 + 60 + 150 + 20)));
        });
    }

    [Test]
    [Requirement("R7")]
    public void For_DefaultTimings_AddsAServerOnlyAfterMinutesOfLoad() =>
        Assert.That(ExpectedTimes.For(Timings.Default).AddServer, Is.EqualTo(TimeSpan.FromSeconds(60 + 180 + 60 + 150 + 20)));

    // One alarm: fifteen minutes of points, a minute before them, a minute until the group looks.
    [TestCase(1, (17 * 60) + 30)]
    [TestCase(2, (2 * 17 * 60) + 30)]
    [Requirement("R7")]
    public void RemoveServers_OfASurplus_WaitsForAnAlarmForEachAndTheWarmupOnce(int surplus, int seconds) =>
        Assert.That(ExpectedTimes.RemoveServers(surplus, TimeSpan.FromSeconds(30)), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void For_LongerBoot_DelaysReplacementAndAdditionButNotNoticing()
    {
        var times = ExpectedTimes.For(Timings.Default with { BootBudget = TimeSpan.FromMinutes(6) });

        Assert.That(times, Is.EqualTo(new ExpectedTimes(
            TimeSpan.FromSeconds(25),
            TimeSpan.FromSeconds(25 + 60 + 360 + 20),
            TimeSpan.FromSeconds(300 + 360 + 20))));
    }

    [Test]
    public void ToString_DefaultTimings_IsASentence() =>
        Assert.That(
            ExpectedTimes.For(Timings.Default).ToString(),
            Is.EqualTo("a sick server is noticed within 25 s and replaced within 4 min 15 s; "
                + "under load a server is added within 7 min 50 s"));

    [TestCase(0, "0 s")]
    [TestCase(59, "59 s")]
    [TestCase(60, "1 min")]
    [TestCase(61, "1 min 1 s")]
    [TestCase(3600, "60 min")]
    [TestCase(7325, "122 min 5 s")]
    public void Text_AnyTime_IsInMinutesAndSeconds(int seconds, string expected) =>
        Assert.That(ExpectedTimes.Text(TimeSpan.FromSeconds(seconds)), Is.EqualTo(expected));
}
