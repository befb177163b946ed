using Infra.Cli.Live.Load;

namespace Infra.Cli.Tests.Live.Load;

internal sealed class AddressLimitTests
{
    private static readonly AddressLimit Limit = new(2000, TimeSpan.FromSeconds(200));

    [TestCase(0, 1, 0, false)]
    [TestCase(5, 1, 1000, false)]
    [TestCase(10, 1, 2000, false)]
    [TestCase(10.5, 1, 2100, true)]
    [TestCase(20, 2, 2000, false)]
    [TestCase(21, 2, 2100, true)]
    [TestCase(21, 3, 1400, false)]
    public void Load_IsStopped_ByMoreThanTheLimitFromAnAddress(double rate, int addresses, double fromEach, bool isStopped) =>
        Assert.That((Limit.FromEach(rate, addresses), Limit.Stops(rate, addresses)), Is.EqualTo((fromEach, isStopped)));

    [Test]
    public void Load_IsFromOneAddress_UnlessTold() => Assert.That((Limit.FromEach(10.5), Limit.Stops(10.5)), Is.EqualTo((2100.0, true)));
}
