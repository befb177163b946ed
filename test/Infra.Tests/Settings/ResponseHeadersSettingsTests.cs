using Infra.LoadBalancing;
using Infra.Settings.Reading;

namespace Infra.Tests.Settings;

/// <summary>What is said of header fields that a load balancer would refuse, or browsers would ignore without a word.</summary>
public sealed class ResponseHeadersSettingsTests
{
    [TestCase("default-src 'none'; img-src * data: https://img.example.com")]
    [TestCase("Default-Src 'SELF';; script-src 'sha256-a+b/c=' 'strict-dynamic';")]
    [TestCase("upgrade-insecure-requests; sandbox allow-forms; report-uri /csp")]
    public void ContentSecurityPolicy_ThatIsOne_IsTaken(string text) =>
        Assert.That(Given.Settings(("contentSecurityPolicy", text)).ResponseHeaders.ContentSecurityPolicy, Is.EqualTo(text));

    [Test]
    public void ContentSecurityPolicy_OfTheServers_IsNoneOfTheLoadBalancers() =>
        Assert.That(Given.Settings(("contentSecurityPolicy", "servers")).ResponseHeaders.ContentSecurityPolicy, Is.Null);

    [TestCase("default-src \"self\"", "take the \" out, which a load balancer refuses")]
    [TestCase("default-src 'self'\nimg-src *", "take the line break out, which a load balancer refuses")]
    [TestCase("default-src 'self' bücher.example", "take the ü out, which a load balancer refuses")]
    [TestCase("default-src 'self', img-src *", "take the comma out, which begins another policy: sources have a space between them, "
        + "and directives a semicolon")]
    [TestCase(" ; ", "write it like default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'")]
    [TestCase("img-scr 'self'", "write img-src for img-scr")]
    [TestCase("*", "begin each directive with its name, such as img-src, and not with *")]
    [TestCase("default-src 'self'; script-src self", "write 'self' in script-src with its quotes: without them it is a host")]
    [TestCase("frame-ancestors NONE", "write 'NONE' in frame-ancestors with its quotes: without them it is a host")]
    [TestCase("object-src 'none' https://a.example", "take 'none' out of object-src, or all that stands beside it")]
    [TestCase("img-src *; default-src 'self'; IMG-SRC 'self'", "write img-src once: browsers ignore the second")]
    public void ContentSecurityPolicy_ThatIsNotMeantSo_IsRefused(string text, string mend) =>
        Assert.That(Given.Invalid(("contentSecurityPolicy", text)).Message, Does.EndWith($": {mend}"));

    [TestCase(ResponseHeaders.LongestValue, true)]
    [TestCase(ResponseHeaders.LongestValue + 1, false)]
    public void ContentSecurityPolicy_HasALongest(int length, bool isTaken)
    {
        var policy = "img-src ".PadRight(length, 'a');

        void Read() => Given.Settings(("contentSecurityPolicy", policy));

        if (isTaken)
            Assert.That(Read, Throws.Nothing);
        else
            Assert.That(Read, Throws.TypeOf<InvalidSettingsException>().With.Message.EndsWith("shorten it: a load balancer takes no more"));
    }

    [TestCase("max-age=0")]
    [TestCase("max-age=300; includeSubDomains")]
    [TestCase("max-age=31536000; includeSubDomains; preload")]
    public void StrictTransportSecurity_ThatIsOne_IsTaken(string text) =>
        Assert.That(Given.Settings(("strictTransportSecurity", text)).ResponseHeaders.StrictTransportSecurity, Is.EqualTo(text));

    [TestCase("max-age=1y")]
    [TestCase("max-age=01")]
    [TestCase("includeSubDomains; max-age=31536000")]
    [TestCase("max-age=31536000\n")]
    public void StrictTransportSecurity_OfAnotherForm_IsRefused(string text) =>
        Assert.That(
            Given.Invalid(("strictTransportSecurity", text)).Message, Does.EndWith(": write it like max-age=31536000; includeSubDomains"));

    [TestCase("max-age=31536000; preload")]
    [TestCase("max-age=31535999; includeSubDomains; preload")]
    public void Preload_WithoutWhatItTakes_IsRefused(string text) =>
        Assert.That(Given.Invalid(("strictTransportSecurity", text)).Message, Does.EndWith("or take preload out"));
}
