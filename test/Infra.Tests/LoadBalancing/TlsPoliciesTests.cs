using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

[Requirement("R3")]
public sealed class TlsPoliciesTests
{
    [Test]
    public void Allowed_AreTheEightOfSecurityHub() => Assert.That(TlsPolicies.Allowed, Is.EquivalentTo(
    [
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
    ]));

    [Test]
    public void Default_IsWhatAwsRecommends() => Assert.That(TlsPolicies.Default, Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"));

    [Test]
    public void Tls13Only_AreTheFourWhoseNameSaysSo() =>
        Assert.That(
            TlsPolicies.Tls13Only,
            Is.EquivalentTo(TlsPolicies.Allowed.Where(policy => policy.Contains("TLS13-1-3", StringComparison.Ordinal))));

    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", true, false)]
    [TestCase("ELBSecurityPolicy-TLS13-1-3-2021-06", true, true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06", false, false)]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-2021-06", false, false)]
    [TestCase("ELBSecurityPolicy-2016-08", false, false)]
    [TestCase("elbsecuritypolicy-tls13-1-3-2021-06", false, false)]
    [TestCase("", false, false)]
    public void Policy_IsKnownByItsExactName(string policy, bool isAllowed, bool isTls13Only)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TlsPolicies.IsAllowed(policy), Is.EqualTo(isAllowed));
            Assert.That(TlsPolicies.IsTls13Only(policy), Is.EqualTo(isTls13Only));
        }
    }
}
