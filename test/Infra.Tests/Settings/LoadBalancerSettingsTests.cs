using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.Settings;

public sealed class LoadBalancerSettingsTests
{
    [TestCase("offload", TlsMode.Offload)]
    [TestCase("end-to-end", TlsMode.EndToEnd)]
    [Requirement("R4")]
    public void Accepts_TlsMode(string text, TlsMode expected) =>
        Assert.That(Given.Settings(("tlsMode", text)).LoadBalancer.TlsMode, Is.EqualTo(expected));

    [Test, Requirement("R3")]
    public void Accepts_EveryAllowedTlsPolicy()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var policy in TlsPolicies.Allowed)
                Assert.That(Given.Settings(("tlsPolicy", policy)).LoadBalancer.TlsPolicy, Is.EqualTo(policy));
        }
    }

    [TestCase("0s", 0)]
    [TestCase("120s", 120)]
    [TestCase("2m", 120)]
    [Requirement("R8")]
    public void Accepts_DeregistrationDelay(string text, int seconds) =>
        Assert.That(
            Given.Settings(("deregistrationDelay", text)).LoadBalancer.DeregistrationDelay,
            Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("10")]
    [TestCase("2000000000")]
    public void Accepts_WafRateLimit(string limit) =>
        Assert.That(Given.Settings(("waf", "true"), ("wafRateLimit", limit)).LoadBalancer.WafRateLimit,
            Is.EqualTo(int.Parse(limit, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void WafRateLimit_WithoutWaf_IsRefused() =>
        Assert.That(Given.Problem(("wafRateLimit", "500")).ToString(), Is.EqualTo(
            "infra:wafRateLimit must stay unset while infra:waf is false, got 500: set infra:waf to true, or remove it"));

    [Test]
    public void WafRateLimit_IsTheDefaultThatPulumiFillsIn_IsAcceptedWithoutWaf() =>
        Assert.That(Given.Settings(("wafRateLimit", "2000")).LoadBalancer.Waf, Is.False);
}
