using System.Net;
using Infra.Networking;

namespace Infra.Tests.Networking;

public sealed class SubnetPlanTests
{
    private static readonly AvailabilityZone[] Zones = [.. "abcdefgh".Select(letter => new AvailabilityZone($"eu-west-1{letter}"))];

    [TestCase('a', "10.0.0.0/20", "10.0.128.0/20")]
    [TestCase('b', "10.0.16.0/20", "10.0.144.0/20")]
    [TestCase('c', "10.0.32.0/20", "10.0.160.0/20")]
    [TestCase('d', "10.0.48.0/20", "10.0.176.0/20")]
    [TestCase('e', "10.0.64.0/20", "10.0.192.0/20")]
    [TestCase('f', "10.0.80.0/20", "10.0.208.0/20")]
    [TestCase('g', "10.0.96.0/20", "10.0.224.0/20")]
    [TestCase('h', "10.0.112.0/20", "10.0.240.0/20")]
    public void Blocks_OfAZone_FollowFromItsLetterAlone(char letter, string publicBlock, string privateBlock)
    {
        var plan = Plan("10.0.0.0/16");
        var zone = new AvailabilityZone($"us-east-1{letter}");

        Assert.Multiple(() =>
        {
            Assert.That(plan.Public(zone).ToString(), Is.EqualTo(publicBlock));
            Assert.That(plan.Private(zone).ToString(), Is.EqualTo(privateBlock));
        });
    }

    [Test]
    public void Blocks_OfTheSmallestVpc_AreTheSmallestThatALoadBalancerMayUse()
    {
        var plan = Plan("192.168.4.0/23");

        Assert.Multiple(() =>
        {
            Assert.That(plan.Public(Zones[0]).ToString(), Is.EqualTo("192.168.4.0/27"));
            Assert.That(plan.Private(Zones[7]).ToString(), Is.EqualTo("192.168.5.224/27"));
        });
    }

    [Test]
    public void Blocks_ForEveryVpcSize_NeverOverlapAndFillTheVpc([Range(16, 23)] int prefixLength)
    {
        var vpc = IPNetwork.Parse($"172.16.0.0/{prefixLength}");
        var plan = new SubnetPlan(vpc);

        var blocks = Zones.Select(plan.Public).Concat(Zones.Select(plan.Private)).OrderBy(Start).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(blocks, Has.Count.EqualTo(16));
            Assert.That(blocks, Has.All.Matches<IPNetwork>(block => block.PrefixLength == prefixLength + 4));
            Assert.That(Start(blocks[0]), Is.EqualTo(Start(vpc)));
            Assert.That(
                blocks.Select(Start),
                Is.EqualTo(Enumerable.Range(0, 16).Select(index => Start(vpc) + ((long)index << (32 - prefixLength - 4)))));
        });
    }

    [Test]
    public void Halves_OfTheVpc_HoldEachTierAndNothingOfTheOther([Range(16, 23)] int prefixLength)
    {
        var plan = Plan($"10.64.0.0/{prefixLength}");

        Assert.Multiple(() =>
        {
            Assert.That(Zones.Select(plan.Public), Has.All.Matches<IPNetwork>(block => plan.PublicHalf.Contains(block.BaseAddress)));
            Assert.That(Zones.Select(plan.Private), Has.All.Matches<IPNetwork>(block => plan.PrivateHalf.Contains(block.BaseAddress)));
            Assert.That(Zones.Select(plan.Public), Has.None.Matches<IPNetwork>(block => plan.PrivateHalf.Contains(block.BaseAddress)));
            Assert.That(Zones.Select(plan.Private), Has.None.Matches<IPNetwork>(block => plan.PublicHalf.Contains(block.BaseAddress)));
        });
    }

    [TestCase('a', "2001:db8:1234:1a00::/64")]
    [TestCase('b', "2001:db8:1234:1a01::/64")]
    [TestCase('h', "2001:db8:1234:1a07::/64")]
    public void IPv6Block_OfAZone_FollowsFromItsLetter(char letter, string block) =>
        Assert.That(
            SubnetPlan.PublicIPv6(IPNetwork.Parse("2001:db8:1234:1a00::/56"), new($"eu-west-1{letter}")).ToString(),
            Is.EqualTo(block));

    [TestCase("eu-west-1i")]
    [TestCase("eu-west-1")]
    [TestCase("eu-west-1A")]
    public void Blocks_OfAZoneWithoutALetterOfThePlan_AreRefused(string zone) =>
        Assert.That(
            () => Plan("10.0.0.0/16").Public(new(zone)),
            Throws.ArgumentException.With.Message.StartsWith($"a zone's name must end with a letter from a to h, got {zone}"));

    private static SubnetPlan Plan(string vpc) => new(IPNetwork.Parse(vpc));

    private static long Start(IPNetwork block) =>
        block.BaseAddress.GetAddressBytes().Aggregate(0L, (number, part) => (number << 8) | part);
}
