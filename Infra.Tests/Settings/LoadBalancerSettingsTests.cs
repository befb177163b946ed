using Infra.LoadBalancing;
using Infra.Settings;
using Infra.Tests.Support;

namespace Infra.Tests.Settings;

public sealed class LoadBalancerSettingsTests
{
    [TestCase("offload", TlsMode.Offload)]
    [TestCase("end-to-end", TlsMode.EndToEnd)]
    [Requirement("R4")]
    public void Accepts_TlsMode(string text, TlsMode expected) =>
        Assert.That(Given.Settings(("tlsMode", text)).LoadBalancer.TlsMode, Is.EqualTo(expected));

    [TestCase("endToEnd", "write end-to-end, or remove the key to get offload")]
    [TestCase("", "write one of these, or remove the key to get offload")]
    public void Rejects_TlsMode(string text, string mend) =>
        Assert.That(
            Given.Problem(("tlsMode", text)),
            Is.EqualTo(new SettingProblem("infra:tlsMode", "must be offload or end-to-end", text, mend)));

    [Test, Requirement("R3")]
    public void Accepts_EveryAllowedTlsPolicy()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var policy in TlsPolicies.Allowed)
            {
                Assert.That(Given.Settings(("tlsPolicy", policy)).LoadBalancer.TlsPolicy, Is.EqualTo(policy));
            }
        }
    }

    [TestCase("ELBSecurityPolicy-2016-08")]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-2021-06")]
    [TestCase("ELBSecurityPolicy-TLS13-1-1-2021-06")]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-PQ-2025-09")]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06")]
    [TestCase("elbsecuritypolicy-tls13-1-2-res-pq-2025-09")]
    [Requirement("R3")]
    public void Rejects_EveryOtherTlsPolicy(string policy) =>
        Assert.That(Given.Problem(("tlsPolicy", policy)).Key, Is.EqualTo("infra:tlsPolicy"));

    [TestCase("0s", 0)]
    [TestCase("120s", 120)]
    [TestCase("2m", 120)]
    [Requirement("R8")]
    public void Accepts_DeregistrationDelay(string text, int seconds) =>
        Assert.That(
            Given.Settings(("deregistrationDelay", text)).LoadBalancer.DeregistrationDelay,
            Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("121s", "set it to 2m")]
    [TestCase("3m", "set it to 2m")]
    [TestCase("9999999999h", "set it to 2m")]
    [TestCase("30", "write a whole number with its unit, s, m or h, such as 30s")]
    [TestCase("-1s", "write a whole number with its unit, s, m or h, such as 30s")]
    [TestCase("030s", "write a whole number with its unit, s, m or h, such as 30s")]
    [TestCase("0.5m", "write a whole number with its unit, s, m or h, such as 30s")]
    [TestCase("30S", "write a whole number with its unit, s, m or h, such as 30s")]
    [TestCase("30 s", "write a whole number with its unit, s, m or h, such as 30s")]
    [TestCase("30s\n", "write a whole number with its unit, s, m or h, such as 30s")]
    [TestCase("٣٠s", "write a whole number with its unit, s, m or h, such as 30s")]
    [Requirement("R8")]
    public void Rejects_DeregistrationDelay(string text, string mend) =>
        Assert.That(Given.Problem(("deregistrationDelay", text)), Is.EqualTo(new SettingProblem(
            "infra:deregistrationDelay", "must be a duration from 0s to 2m", text, mend)));

    [TestCase("10")]
    [TestCase("2000000000")]
    public void Accepts_WafRateLimit(string limit) =>
        Assert.That(Given.Settings(("waf", "true"), ("wafRateLimit", limit)).LoadBalancer.WafRateLimit,
            Is.EqualTo(int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("9", "set it to 10")]
    [TestCase("2000000001", "set it to 2000000000")]
    [TestCase("99999999999999999999", "set it to 2000000000")]
    public void Rejects_WafRateLimit(string limit, string mend) =>
        Assert.That(Given.Problem(("waf", "true"), ("wafRateLimit", limit)).Mend, Is.EqualTo(mend));

    [Test]
    public void WafRateLimit_WithoutWaf_IsAProblem() =>
        Assert.That(Given.Problem(("wafRateLimit", "500")).ToString(), Is.EqualTo(
            "infra:wafRateLimit must stay unset while infra:waf is false, got 500: set infra:waf to true, or remove it"));

    [Test]
    public void WafRateLimit_IsTheDefaultThatPulumiFillsIn_IsAcceptedWithoutWaf() =>
        Assert.That(Given.Settings(("wafRateLimit", "2000")).LoadBalancer.Waf, Is.False);
}
