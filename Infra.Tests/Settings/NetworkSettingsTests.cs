using Infra.Networking;

namespace Infra.Tests.Settings;

public sealed class NetworkSettingsTests
{
    [TestCase("""["eu-west-1a","eu-west-1b"]""", 2)]
    [TestCase("""["eu-west-1h","eu-west-1a","eu-west-1c","eu-west-1d","eu-west-1e","eu-west-1f"]""", 6)]
    public void Accepts_Zones(string zones, int count) =>
        Assert.That(Given.Settings(("zones", zones)).Network.Zones, Has.Count.EqualTo(count));

    [Test]
    public void Zones_SeveralAreWrong_NamesEach() =>
        Assert.That(Given.Invalid(("zones", """["x","eu-west-1a","y"]""")).Problems.Select(problem => problem.Got), Is.EqualTo(["x", "y"]));

    [TestCase("10.0.0.0/16")]
    [TestCase("10.255.254.0/23")]
    [TestCase("172.16.0.0/16")]
    [TestCase("172.31.0.0/16")]
    [TestCase("192.168.0.0/16")]
    [TestCase("100.64.0.0/16")]
    [TestCase("100.127.0.0/20")]
    public void Accepts_VpcCidr(string block) => Assert.That(Given.Settings(("vpcCidr", block)).Network.VpcCidr, Is.EqualTo(block));

    [TestCase("none", Egress.None)]
    [TestCase("endpoints", Egress.Endpoints)]
    [TestCase("nat", Egress.Nat)]
    [TestCase("nat-per-zone", Egress.NatPerZone)]
    public void Accepts_Egress(string text, Egress expected) =>
        Assert.That(Given.Settings(("egress", text)).Network.Egress, Is.EqualTo(expected));

    [TestCase("""["203.0.113.7/32"]""", "false", 1)]
    [TestCase("""["1.0.0.0/8","2.0.0.0/8","3.0.0.0/8","4.0.0.0/8","5.0.0.0/8","6.0.0.0/8"]""", "false", 6)]
    [TestCase("""["0.0.0.0/0","::/0"]""", "true", 2)]
    [TestCase("""["2001:db8::/32"]""", "true", 1)]
    public void Accepts_AllowedCidrs(string blocks, string ipv6, int count)
    {
        var network = Given.Settings(("allowedCidrs", blocks), ("ipv6", ipv6)).Network;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.AllowedCidrs, Has.Count.EqualTo(count));
            Assert.That(network.Ipv6, Is.EqualTo(ipv6 == "true"));
        }
    }

    [Test]
    public void AllowedCidrs_SeveralOfTheWrongFamily_AreAllNamed()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Given.Problem(("allowedCidrs", """["2001:db8::/32","0.0.0.0/0","2001:db9::/32"]""")).Got,
                Is.EqualTo("2001:db8::/32 and 2001:db9::/32"));
            Assert.That(
                Given.Problem(("allowedCidrs", """["192.0.2.0/24","203.0.113.0/24"]"""), ("ipv6", "true")).Got,
                Is.EqualTo("192.0.2.0/24 and 203.0.113.0/24"));
        }
    }

    [Test]
    public void Zones_NamedTwice_AreShownAsTyped() =>
        Assert.That(Given.Problem(("zones", """["eu-west-1a","eu-west-1a"]""")).Got, Is.EqualTo("eu-west-1a and eu-west-1a"));
}
