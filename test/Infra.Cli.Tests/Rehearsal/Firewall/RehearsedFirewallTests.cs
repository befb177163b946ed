using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Firewall;

namespace Infra.Cli.Tests.Rehearsal.Firewall;

/// <summary>A limit of 300 requests in 5 minutes for each of 100 addresses: 100 requests a second in all.</summary>
internal sealed class RehearsedFirewallTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private RehearsedFirewall _firewall = null!;

    [SetUp]
    public void AFirewall() => _firewall = new([new(300, TimeSpan.FromMinutes(5))]);

    [Test]
    public void Load_UpToTheLimit_IsLetInForever()
    {
        _firewall.SetLoad(100, Start);

        Assert.That(ChangesUntil(3600), Is.Empty);
        Assert.That(_firewall.NextDue, Is.EqualTo(DateTimeOffset.MaxValue));
    }

    // 301 from each after 100 s and a third; the firewall counts every ten.
    [Test]
    public void Load_AboveTheLimit_IsBlockedWhenAnAddressHasSentMore_AndTenSecondsLaterAtMost()
    {
        _firewall.SetLoad(300, Start);

        Assert.That(ChangesUntil(3600), Is.EqualTo([110]));
        Assert.That(_firewall.Blocking, Is.EqualTo(
            "each of 100 addresses makes 900 requests in 5 min, and it lets 300 in: set infra:wafRateLimit to more than 900"));
    }

    // What it blocks counts as well, so that who goes on stays blocked; at 200 s 600 are in the window, and 0 after 500 s.
    [Test]
    public void Load_ThatEnds_IsLetInWhenTheWindowHasNoMoreThanTheLimit()
    {
        _firewall.SetLoad(300, Start);
        var blocked = ChangesUntil(200);
        _firewall.SetLoad(0, At(200));

        Assert.That(blocked, Is.EqualTo([110]));
        Assert.That(ChangesUntil(1000, from: 200), Is.EqualTo([400]));
        Assert.That(_firewall.Blocking, Is.Null);
    }

    [Test]
    public void Blocking_OfALoadThatRises_SaysWhatItIsNow()
    {
        _firewall.SetLoad(300, Start);
        ChangesUntil(200);
        _firewall.SetLoad(600, At(200));

        Assert.That(ChangesUntil(300, from: 200), Is.Empty);
        Assert.That(_firewall.Blocking, Does.EndWith("more than 1,800"));
    }

    [Test]
    public void Loads_OneAfterTheOther_AreCountedTogether()
    {
        _firewall.SetLoad(200, Start);
        var first = ChangesUntil(100);
        _firewall.SetLoad(90, At(100));

        // 200 up to 100 s, and nine tenths of one each second from then on: 301 after 212 s.
        Assert.That(first, Is.Empty);
        Assert.That(ChangesUntil(300, from: 100), Is.EqualTo([220]));
    }

    [Test]
    public async Task Limits_OfTheCommittedStacks_AreProds()
    {
        Assert.That((await Declarations.Of("prod")).AddressLimits, Is.EqualTo([new AddressLimit(2000, TimeSpan.FromMinutes(5))]));
        Assert.That((await Declarations.Of("dev")).AddressLimits, Is.Empty);
    }

    private static DateTimeOffset At(int seconds) => Start + TimeSpan.FromSeconds(seconds);

    // Second by second, as no stack asks it.
    private List<int> ChangesUntil(int seconds, int from = 0) =>
        [.. Enumerable.Range(from, seconds - from + 1).Where(second => _firewall.Check(At(second)))];
}
