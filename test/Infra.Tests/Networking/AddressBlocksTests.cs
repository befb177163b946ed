using System.Net;
using Infra.Networking;

namespace Infra.Tests.Networking;

public sealed class AddressBlocksTests
{
    [TestCase("10.0.0.0/16", 20, 0, "10.0.0.0/20")]
    [TestCase("10.0.0.0/16", 20, 15, "10.0.240.0/20")]
    [TestCase("10.0.0.0/16", 17, 1, "10.0.128.0/17")]
    [TestCase("192.168.254.0/23", 27, 15, "192.168.255.224/27")]
    [TestCase("255.0.0.0/8", 16, 255, "255.255.0.0/16")]
    [TestCase("2001:db8:1234:1a00::/56", 64, 7, "2001:db8:1234:1a07::/64")]
    [TestCase("2001:db8:1234:1a00::/56", 64, 255, "2001:db8:1234:1aff::/64")]
    public void Part_OfABlock_IsTheBlockAtThatIndex(string block, int prefixLength, int index, string part) =>
        Assert.That(IPNetwork.Parse(block).Part(prefixLength, index).ToString(), Is.EqualTo(part));

    [TestCase(-1)]
    [TestCase(16)]
    public void Part_OutsideTheBlock_IsRefused(int index) =>
        Assert.That(() => IPNetwork.Parse("10.0.0.0/16").Part(20, index), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase("0.0.0.0/0", false)]
    [TestCase("203.0.113.0/24", false)]
    [TestCase("::/0", true)]
    [TestCase("2001:db8::/32", true)]
    public void IsIPv6_OfABlock_IsItsFamily(string block, bool expected) =>
        Assert.That(AddressBlocks.IsIPv6(block), Is.EqualTo(expected));
}
