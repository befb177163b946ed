using Infra.Networking;

namespace Infra.Tests.Settings;

public sealed class NetworkSettingsTests
{
    private const string ZonesRule = "infra:zones must be 2 to 6 Availability Zones of the stack's region, letters a to h, each once";
    private const string ZoneForm = "write the region and one letter, such as eu-west-1a; local zones won't do";

    [TestCase("eu-west-1a eu-west-1b", 2)]
    [TestCase("eu-west-1h eu-west-1a eu-west-1c eu-west-1d eu-west-1e eu-west-1f", 6)]
    public void Accepts_Zones(string zones, int count) =>
        Assert.That(Given.Settings(("zones", Given.List(zones))).Network.Zones, Has.Count.EqualTo(count));

    // What pulumi new saves, which asks for each setting in one line.
    [TestCase("eu-west-1a,eu-west-1b")]
    [TestCase(" eu-west-1a , eu-west-1b ")]
    public void Zones_InOneText_AreAListToo(string text) =>
        Assert.That(Given.Settings(("zones", text)).Network.Zones, Is.EqualTo(["eu-west-1a", "eu-west-1b"]));

    [TestCase("eu-west-1a", "eu-west-1a", "name 2, which is the least that a load balancer takes, or up to 6")]
    [TestCase("eu-west-1a,eu-west-1b,", "\"\"", ZoneForm)]
    [TestCase("eu-west-1a;eu-west-1b,eu-west-1c", "eu-west-1a;eu-west-1b", ZoneForm)]
    public void Zones_InOneText_HaveTheRulesOfAList(string text, string got, string mend) =>
        Assert.That(Given.Problem(("zones", text)).ToString(), Is.EqualTo($"{ZonesRule}, got {got}: {mend}"));

    [TestCase("", "\"\"")]
    [TestCase("{\"a\":\"eu-west-1a\"}", "{\"a\":\"eu-west-1a\"}")]
    [TestCase("[1,2]", "[1,2]")]
    public void Zones_ThatAreNoList_AreToBeWrittenAsOne(string text, string got) =>
        Assert.That(Given.Problem(("zones", text)).ToString(), Is.EqualTo(
            $"{ZonesRule}, got {got}: write it as a YAML list of texts, each behind a hyphen on a line of its own"));

    [Test]
    public void List_WithADefault_MayBeOneTextToo() =>
        Assert.That(
            Given.Settings(("allowedCidrs", "203.0.113.0/24, 198.51.100.0/24")).Network.AllowedCidrs,
            Is.EqualTo(["203.0.113.0/24", "198.51.100.0/24"]));

    [Test]
    public void Zones_SeveralAreWrong_NamesEach() =>
        Assert.That(
            Given.Invalid(("zones", Given.List("x eu-west-1a y"))).Problems.Select(problem => problem.ToString()),
            Is.EqualTo([$"{ZonesRule}, got x: {ZoneForm}", $"{ZonesRule}, got y: {ZoneForm}"]));

    [Test]
    public void Zones_OfAnotherRegion_AreRefused() =>
        Assert.That(Given.Problem(("zones", Given.List("eu-west-1a us-east-1b"))).ToString(), Is.EqualTo(
            "infra:zones must be in the region of aws:region (eu-west-1), got us-east-1b: write eu-west-1b"));

    [Test]
    public void Zones_NamedTwice_AreShownAsTyped() =>
        Assert.That(Given.Problem(("zones", Given.List("eu-west-1a eu-west-1a"))).ToString(), Is.EqualTo(
            $"{ZonesRule}, got eu-west-1a and eu-west-1a: name it once"));

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

    [TestCase("203.0.113.7/32", "false", 1)]
    [TestCase("1.0.0.0/8 2.0.0.0/8 3.0.0.0/8 4.0.0.0/8 5.0.0.0/8 6.0.0.0/8", "false", 6)]
    [TestCase("0.0.0.0/0 ::/0", "true", 2)]
    [TestCase("2001:db8::/32", "true", 1)]
    public void Accepts_AllowedCidrs(string blocks, string ipv6, int count)
    {
        var network = Given.Settings(("allowedCidrs", Given.List(blocks)), ("ipv6", ipv6)).Network;

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
                Given.Problem(("allowedCidrs", Given.List("2001:db8::/32 0.0.0.0/0 2001:db9::/32"))).ToString(),
                Is.EqualTo(
                    "infra:allowedCidrs must hold no IPv6 block while infra:ipv6 is false, got 2001:db8::/32 and 2001:db9::/32: "
                    + "set infra:ipv6 to true, or remove what is IPv6"));
            Assert.That(
                Given.Problem(("allowedCidrs", Given.List("192.0.2.0/24 203.0.113.0/24")), ("ipv6", "true")).ToString(),
                Is.EqualTo(
                    "infra:allowedCidrs must hold an IPv6 block when infra:ipv6 is true, got 192.0.2.0/24 and 203.0.113.0/24: "
                    + "add ::/0 for everyone, or set infra:ipv6 to false"));
        }
    }

    [Test]
    public void AllowedCidrs_OneInsideAnother_IsRefused() =>
        Assert.That(Given.Problem(("allowedCidrs", Given.List("10.1.0.0/16 192.0.2.0/24 10.0.0.0/8"))).ToString(), Is.EqualTo(
            "infra:allowedCidrs must hold no block inside another, got 10.1.0.0/16 and 10.0.0.0/8: keep the wider of the two"));

    [TestCase("1.0.0.0/8 2.0.0.0/8 3.0.0.0/8 4.0.0.0/8 5.0.0.0/8 6.0.0.0/8 7.0.0.0/8 8.0.0.0/8 9.0.0.0/8 11.0.0.0/8 12.0.0.0/8 13.0.0.0/8")]
    public void Accepts_AsManyBlocksAsCanBeExchanged(string blocks) =>
        Assert.That(Given.Settings(("allowedCidrs", Given.List(blocks))).Network.AllowedCidrs, Has.Count.EqualTo(12));

    [Test]
    public void AllowedCidrs_NoneAndNoPrefixList_IsRefused() =>
        Assert.That(Given.Problem(("allowedCidrs", "[]")).ToString(), Is.EqualTo(
            "infra:allowedCidrs must hold a block while infra:allowedPrefixLists is empty, got []: "
            + "name those who may connect; 0.0.0.0/0 is everyone"));

    [TestCase("pl-0123456789abcdef0", "", "false")]
    [TestCase("pl-01234567", "203.0.113.0/24", "false")]
    [TestCase("pl-01234567 pl-0123456789abcdef0", "", "true")]
    [TestCase("com.amazonaws.global.cloudfront.origin-facing", "203.0.113.0/24 192.0.2.0/24", "false")]
    [TestCase("com.amazonaws.global.ipv6.cloudfront.origin-facing", "", "true")]
    public void Accepts_AllowedPrefixLists(string lists, string blocks, string ipv6) =>
        Assert.That(
            Given.Settings(("allowedPrefixLists", Given.List(lists)), ("allowedCidrs", ListOf(blocks)), ("ipv6", ipv6))
                .Network.AllowedPrefixLists,
            Is.EqualTo(lists.Split(' ')));

    [TestCase("pl-01234567", "0.0.0.0/0", "false",
        "infra:allowedCidrs must not hold everyone while infra:allowedPrefixLists names some, got 0.0.0.0/0: "
        + "write [], or remove infra:allowedPrefixLists")]
    [TestCase("com.amazonaws.global.ipv6.cloudfront.origin-facing", "", "false",
        "infra:allowedPrefixLists must hold no IPv6 list while infra:ipv6 is false, "
        + "got com.amazonaws.global.ipv6.cloudfront.origin-facing: set infra:ipv6 to true, or remove the list")]
    [TestCase("com.amazonaws.global.cloudfront.origin-facing com.amazonaws.global.ipv6.cloudfront.origin-facing", "", "true",
        "infra:allowedPrefixLists must weigh at most 60 together with infra:allowedCidrs, by AWS's quota of rules, got 110: "
        + "a block weighs 2, a list of CloudFront 55: name fewer")]
    [TestCase("com.amazonaws.global.cloudfront.origin-facing", "1.0.0.0/8 2.0.0.0/8 3.0.0.0/8", "false",
        "infra:allowedPrefixLists must weigh at most 60 together with infra:allowedCidrs, by AWS's quota of rules, got 61: "
        + "a block weighs 2, a list of CloudFront 55: name fewer")]
    [TestCase("com.amazonaws.global.cloudfront.origin-facing", "", "true",
        "infra:allowedCidrs must hold an IPv6 block when infra:ipv6 is true, got []: add ::/0 for everyone, or set infra:ipv6 to false")]
    public void AllowedPrefixLists_Contradictory_AreRefused(string lists, string blocks, string ipv6, string message) =>
        Assert.That(
            Given.Problem(("allowedPrefixLists", Given.List(lists)), ("allowedCidrs", ListOf(blocks)), ("ipv6", ipv6)).ToString(),
            Is.EqualTo(message));

    private static string ListOf(string blocks) => blocks.Length == 0 ? "[]" : Given.List(blocks);
}
