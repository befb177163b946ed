using Infra.Settings;

namespace Infra.Tests.Settings;

public sealed class CidrBlockTests
{
    private const string Example = "write it like 203.0.113.0/24 or 2001:db8::/32";

    [TestCase("0.0.0.0/0")]
    [TestCase("203.0.113.7/32")]
    [TestCase("::/0")]
    [TestCase("2001:db8::/32")]
    [TestCase("2001:db8::1/128")]
    public void MendOf_CanonicalBlock_IsNothing(string block) => Assert.That(CidrBlock.MendOf(block), Is.Null);

    [TestCase("10.1.2.3/8", "write 10.0.0.0/8")]
    [TestCase("2001:DB8::/32", "write 2001:db8::/32")]
    [TestCase("2001:db8::1/32", "write 2001:db8::/32")]
    [TestCase("010.0.0.0/8", "write 8.0.0.0/8")]
    [TestCase("10.0.0.0/08", "write 10.0.0.0/8")]
    [TestCase("203.0.113.7", Example)]
    [TestCase("10.0.0.0/33", Example)]
    [TestCase("::/129", Example)]
    [TestCase(" 10.0.0.0/8", Example)]
    [TestCase("fe80::%1/64", Example)]
    [TestCase("::ffff:10.0.0.0/104", Example)]
    [TestCase("0.0.0.0/0\n", Example)]
    [TestCase("", Example)]
    public void MendOf_AnythingElse_SaysWhatToWrite(string block, string mend) => Assert.That(CidrBlock.MendOf(block), Is.EqualTo(mend));

    [TestCase("10.0.0.0/16", null)]
    [TestCase("10.0.0.0/23", null)]
    [TestCase("10.1.2.3/16", "write 10.1.0.0/16")]
    [TestCase("10.0.0.0/15", "write 10.0.0.0/16")]
    [TestCase("10.0.0.0/24", "write a block of at least 512 addresses, such as 10.0.0.0/23")]
    [TestCase("8.8.0.0/16", "write it like 10.0.0.0/16")]
    [TestCase("fd00::/16", "write it like 10.0.0.0/16")]
    [TestCase("10.0.0.0", "write it like 10.0.0.0/16")]
    public void MendOfVpc_Block_IsWhatToWriteInstead(string block, string? mend) =>
        Assert.That(CidrBlock.MendOfVpc(block), Is.EqualTo(mend));

    [TestCase("10.0.0.0/8", "10.1.0.0/16", true)]
    [TestCase("10.1.0.0/16", "10.0.0.0/8", true)]
    [TestCase("10.0.0.0/16", "10.1.0.0/16", false)]
    [TestCase("::/0", "2001:db8::/32", true)]
    [TestCase("0.0.0.0/0", "::/0", false)]
    public void Overlap_IsSharedAddresses(string one, string other, bool expected) =>
        Assert.That(CidrBlock.Overlap(one, other), Is.EqualTo(expected));
}
