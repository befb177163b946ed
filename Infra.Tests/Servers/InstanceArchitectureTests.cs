using Infra.Servers;

namespace Infra.Tests.Servers;

public sealed class InstanceArchitectureTests
{
    [TestCase("t4g.nano")]
    [TestCase("t4g.small")]
    [TestCase("m7g.large")]
    [TestCase("m8gd.xlarge")]
    [TestCase("c7gn.16xlarge")]
    [TestCase("im4gn.4xlarge")]
    [TestCase("is4gen.medium")]
    [TestCase("x2gd.metal")]
    [TestCase("g5g.xlarge")]
    [TestCase("hpc7g.4xlarge")]
    [TestCase("r8g.metal-24xl")]
    public void Of_Graviton_IsArm64(string type) => Assert.That(InstanceArchitecture.Of(type), Is.EqualTo("arm64"));

    [TestCase("t2.micro")]
    [TestCase("t3.small")]
    [TestCase("t3a.small")]
    [TestCase("m5dn.large")]
    [TestCase("m7i-flex.large")]
    [TestCase("c7i.metal-48xl")]
    [TestCase("x2iedn.32xlarge")]
    [TestCase("g5.xlarge")]
    [TestCase("g4ad.xlarge")]
    [TestCase("gr6.4xlarge")]
    [TestCase("u7i.112xlarge")]
    public void Of_IntelOrAmd_IsX86(string type) => Assert.That(InstanceArchitecture.Of(type), Is.EqualTo("x86_64"));

    [TestCase("mac1.metal")]
    [TestCase("mac2.metal")]
    [TestCase("mac2-m2pro.metal")]
    [TestCase("a1.medium")]
    [TestCase("t1.micro")]
    [TestCase("m1.small")]
    [TestCase("m2.xlarge")]
    [TestCase("c1.medium")]
    [TestCase("u-6tb1.metal")]
    [TestCase("t4g")]
    [TestCase("small")]
    [TestCase("t4g.")]
    [TestCase(".small")]
    [TestCase("t4g.tiny")]
    [TestCase("t4g.0xlarge")]
    [TestCase("T4g.small")]
    [TestCase("t4g.small ")]
    [TestCase("t4g.small\n")]
    [TestCase("tg.small")]
    [TestCase("")]
    public void TryOf_AnythingElse_IsRefused(string type)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(InstanceArchitecture.TryOf(type, out var architecture), Is.False);
            Assert.That(architecture, Is.Null);
            Assert.That(
                () => InstanceArchitecture.Of(type),
                Throws.ArgumentException.With.Message.StartsWith("must be an EC2 instance type"));
        }
    }
}
