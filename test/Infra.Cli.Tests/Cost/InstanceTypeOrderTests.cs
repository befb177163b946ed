using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Tests.Cost;

internal sealed class InstanceTypeOrderTests
{
    [TestCase("t3.nano", "t3.micro")]
    [TestCase("t3.2xlarge", "t4g.nano")]
    [TestCase("m5.large", "m5.xlarge")]
    [TestCase("m5.xlarge", "m5.2xlarge")]
    [TestCase("m5.8xlarge", "m5.16xlarge")]
    [TestCase("m5.24xlarge", "m5.metal")]
    [TestCase("m5.2147483647xlarge", "m5.metal")]
    [TestCase("m5.2xlarge", "m5.2147483648xlarge")]
    [TestCase("m5.2147483648xlarge", "m5.metal")]
    [TestCase("m5.24xlarge", "m5.1.5xlarge")]
    [TestCase("m5.24xlarge", "m5.24")]
    [TestCase("m5.24xlarge", "m5.1-metal")]
    [TestCase("m7i.metal-24xl", "m7i.metal-48xl")]
    public void Types_InOrder_AreByFamilyAndFromSmallToLarge(string smaller, string larger) => Assert.Multiple(() =>
    {
        Assert.That(InstanceTypeOrder.Instance.Compare(smaller, larger), Is.Negative);
        Assert.That(InstanceTypeOrder.Instance.Compare(larger, smaller), Is.Positive);
        Assert.That(InstanceTypeOrder.Instance.Compare(larger, larger), Is.Zero);
    });

    [TestCase("m5.large", "m5", "large")]
    [TestCase("m7i.metal-24xl", "m7i", "metal-24xl")]
    [TestCase("a.b.c", "a", "b.c")]
    [TestCase("m5.", "m5", "")]
    [TestCase("m5", "m5", "")]
    [TestCase(".large", "", "large")]
    public void Parts_OfAType_AreSplitAtTheFirstDot(string type, string family, string size) =>
        Assert.That(InstanceTypeOrder.Parts(type), Is.EqualTo((family, size)));
}
