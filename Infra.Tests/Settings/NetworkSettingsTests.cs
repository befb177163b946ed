using Infra.Networking;

namespace Infra.Tests.Settings;

public sealed class NetworkSettingsTests
{
    private const string ItemMend = "write the region and one letter, such as eu-west-1a; local zones won't do";
    private const string CountMend = "name 2, which is the least that a load balancer takes, or up to 6";

    [TestCase("""["eu-west-1a","eu-west-1b"]""", 2)]
    [TestCase("""["eu-west-1h","eu-west-1a","eu-west-1c","eu-west-1d","eu-west-1e","eu-west-1f"]""", 6)]
    public void Accepts_Zones(string zones, int count) =>
        Assert.That(Given.Settings(("zones", zones)).Network.Zones, Has.Count.EqualTo(count));

    [TestCase("""[]""", CountMend)]
    [TestCase("""["eu-west-1a"]""", CountMend)]
    [TestCase("""["eu-west-1a","eu-west-1b","eu-west-1c","eu-west-1d","eu-west-1e","eu-west-1f","eu-west-1g"]""", CountMend)]
    [TestCase("""["eu-west-1a","eu-west-1i"]""", ItemMend)]
    [TestCase("""["eu-west-1a","b"]""", ItemMend)]
    [TestCase("""["eu-west-1a","eu-west-1-lhr-1a"]""", ItemMend)]
    [TestCase("""["eu-west-1a","eu-west-1b\n"]""", ItemMend)]
    [TestCase("""["eu-west-1a","eu-west-1a"]""", "name it once")]
    [TestCase("""["eu-west-1a","eu-west-2b"]""", "write eu-west-1b")]
    [TestCase("eu-west-1a", "write it as a YAML list of texts, each behind a hyphen on a line of its own")]
    [TestCase("""{"a":"b"}""", "write it as a YAML list of texts, each behind a hyphen on a line of its own")]
    [TestCase("""[1,2]""", "write it as a YAML list of texts, each behind a hyphen on a line of its own")]
    [TestCase("""["eu-west-1a",null]""", "write it as a YAML list of texts, each behind a hyphen on a line of its own")]
    [TestCase("null", "write it as a YAML list of texts, each behind a hyphen on a line of its own")]
    [TestCase("", "write it as a YAML list of texts, each behind a hyphen on a line of its own")]
    public void Rejects_Zones(string zones, string mend) => Assert.That(Given.Problem(("zones", zones)).Mend, Is.EqualTo(mend));

    [Test]
    public void Zones_SeveralAreWrong_NamesEach() =>
        Assert.That(Given.Invalid(("zones", """["x","eu-west-1a","y"]""")).Problems.Select(problem => problem.Got), Is.EqualTo(["x", "y"]));

    [Test]
    public void Zones_OfAnotherRegion_SaysWhichRegionItIs() =>
        Assert.That(Given.Problem(("zones", """["eu-west-1a","us-east-1b"]""")).ToString(), Is.EqualTo(
            "infra:zones must be in the region of aws:region (eu-west-1), got us-east-1b: write eu-west-1b"));

    [TestCase("10.0.0.0/16")]
    [TestCase("10.255.254.0/23")]
    [TestCase("172.16.0.0/16")]
    [TestCase("172.31.0.0/16")]
    [TestCase("192.168.0.0/16")]
    [TestCase("100.64.0.0/16")]
    [TestCase("100.127.0.0/20")]
    public void Accepts_VpcCidr(string block) => Assert.That(Given.Settings(("vpcCidr", block)).Network.VpcCidr, Is.EqualTo(block));

    [TestCase("10.0.0.0/15", "write 10.0.0.0/16")]
    [TestCase("10.0.0.0/8", "write 10.0.0.0/16")]
    [TestCase("10.0.1.0/24", "write a block of at least 512 addresses, such as 10.0.0.0/23")]
    [TestCase("10.0.0.1/16", "write 10.0.0.0/16")]
    [TestCase("172.15.0.0/16", "write it like 10.0.0.0/16")]
    [TestCase("172.32.0.0/16", "write it like 10.0.0.0/16")]
    [TestCase("100.128.0.0/16", "write it like 10.0.0.0/16")]
    [TestCase("8.8.0.0/16", "write it like 10.0.0.0/16")]
    [TestCase("fd00::/16", "write it like 10.0.0.0/16")]
    [TestCase("::ffff:10.0.0.0/120", "write it like 10.0.0.0/16")]
    [TestCase("10.0.0.0", "write it like 10.0.0.0/16")]
    [TestCase("", "write it like 10.0.0.0/16")]
    public void Rejects_VpcCidr(string block, string mend) => Assert.That(Given.Problem(("vpcCidr", block)).Mend, Is.EqualTo(mend));

    [TestCase("none", Egress.None)]
    [TestCase("endpoints", Egress.Endpoints)]
    [TestCase("nat", Egress.Nat)]
    [TestCase("nat-per-zone", Egress.NatPerZone)]
    public void Accepts_Egress(string text, Egress expected) =>
        Assert.That(Given.Settings(("egress", text)).Network.Egress, Is.EqualTo(expected));

    [TestCase("NAT", "write nat, or remove the key to get none")]
    [TestCase("natPerZone", "write nat-per-zone, or remove the key to get none")]
    [TestCase("everything", "write one of these, or remove the key to get none")]
    public void Rejects_Egress(string text, string mend) =>
        Assert.That(Given.Problem(("egress", text)), Is.EqualTo(new Infra.Settings.SettingProblem(
            "infra:egress", "must be none, endpoints, nat or nat-per-zone", text, mend)));

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

    [TestCase("""[]""", "name at least one block and at most 6; 0.0.0.0/0 is everyone")]
    [TestCase("""["1.0.0.0/8","2.0.0.0/8","3.0.0.0/8","4.0.0.0/8","5.0.0.0/8","6.0.0.0/8","7.0.0.0/8"]""",
        "name at least one block and at most 6; 0.0.0.0/0 is everyone")]
    [TestCase("""["10.1.2.3/8"]""", "write 10.0.0.0/8")]
    [TestCase("""["10.0.0.0/8","10.0.0.0/8"]""", "name it once")]
    public void Rejects_AllowedCidrs(string blocks, string mend) =>
        Assert.That(Given.Problem(("allowedCidrs", blocks)).Mend, Is.EqualTo(mend));

    [Test]
    public void AllowedCidrs_OneInsideAnother_IsAProblem() =>
        Assert.That(Given.Problem(("allowedCidrs", """["10.1.0.0/16","192.0.2.0/24","10.0.0.0/8"]""")).ToString(), Is.EqualTo(
            "infra:allowedCidrs must hold no block inside another, got 10.1.0.0/16 and 10.0.0.0/8: keep the wider of the two"));

    [Test]
    public void AllowedCidrs_IPv6BlockWithoutIpv6_IsAProblem() =>
        Assert.That(Given.Problem(("allowedCidrs", """["0.0.0.0/0","::/0"]""")).ToString(), Is.EqualTo(
            "infra:allowedCidrs must hold no IPv6 block while infra:ipv6 is false, got ::/0: "
            + "set infra:ipv6 to true, or remove what is IPv6"));

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

    [Test]
    public void Ipv6_NobodyIsAllowedOverIt_IsAProblem() =>
        Assert.That(Given.Problem(("ipv6", "true")).ToString(), Is.EqualTo(
            "infra:allowedCidrs must hold an IPv6 block when infra:ipv6 is true, got 0.0.0.0/0: "
            + "add ::/0 for everyone, or set infra:ipv6 to false"));
}
