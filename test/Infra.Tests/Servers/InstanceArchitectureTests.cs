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
    [TestCase("c8gb.metal-48xl")]
    [TestCase("x8g.48xlarge")]
    [TestCase("i8ge.metal-48xl")]
    [TestCase("p6e-gb200.36xlarge")]
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
    [TestCase("c4.large")]
    [TestCase("c8i-flex.16xlarge")]
    [TestCase("u7i-12tb.224xlarge")]
    [TestCase("u7i-6tb.112xlarge")]
    [TestCase("u7in-24tb.224xlarge")]
    [TestCase("u7inh-32tb.480xlarge")]
    [TestCase("u-3tb1.56xlarge")]
    [TestCase("u-12tb1.112xlarge")]
    [TestCase("p6-b200.48xlarge")]
    [TestCase("p6-b300.48xlarge")]
    [TestCase("hpc6id.32xlarge")]
    [TestCase("x8aedz.metal-12xl")]
    [TestCase("c8i.metal-96xl")]
    [TestCase("g6f.xlarge")]
    [TestCase("gr6f.4xlarge")]
    [TestCase("trn1n.32xlarge")]
    [TestCase("dl2q.24xlarge")]
    [TestCase("vt1.3xlarge")]
    public void Of_IntelOrAmd_IsX86(string type) => Assert.That(InstanceArchitecture.Of(type), Is.EqualTo("x86_64"));

    [TestCase("mac1.metal")]
    [TestCase("mac2.metal")]
    [TestCase("mac2-m2pro.metal")]
    [TestCase("a1.medium")]
    [TestCase("t1.micro")]
    [TestCase("m1.small")]
    [TestCase("m2.xlarge")]
    [TestCase("c1.medium")]
    [TestCase("cc2.8xlarge")]
    [TestCase("hs1.8xlarge")]
    [TestCase("u-6tb1.metal")]
    [TestCase("u-24tb1.metal")]
    [TestCase("mac-m4pro.metal")]
    [TestCase("u-6tb.112xlarge")]
    [TestCase("m7i-flax.large")]
    [TestCase("m7i-.large")]
    [TestCase("flex.large")]
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
