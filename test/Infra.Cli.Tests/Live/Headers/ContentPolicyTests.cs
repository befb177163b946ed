using Infra.Cli.Live.Headers;

namespace Infra.Cli.Tests.Live.Headers;

internal sealed class ContentPolicyTests
{
    [TestCase("*")]
    [TestCase("*:443")]
    [TestCase("*/path")]
    [TestCase("https://*")]
    [TestCase("http://*:8443/path")]
    [TestCase("http:")]
    [TestCase("https:")]
    [TestCase("HTTPS:")]
    [TestCase("ftp:")]
    [TestCase("data:")]
    [TestCase("ws:")]
    [TestCase("wss:")]
    public void Source_ForAllHostsOrAWholeScheme_IsAnything(string source) => Assert.That(ContentPolicy.IsAnything(source), Is.True);

    [TestCase("'self'")]
    [TestCase("'none'")]
    [TestCase("blob:")]
    [TestCase("a.example")]
    [TestCase("a.example:443")]
    [TestCase("*.example.com")]
    [TestCase("https://a.example")]
    [TestCase("https://*.example.com/*")]
    public void Source_OfAHost_IsALimit(string source) => Assert.That(ContentPolicy.IsAnything(source), Is.False);

    [TestCase("script-src *; script-src-elem https:; script-src-attr data:", "has * in script-src")]
    [TestCase("script-src-elem https:; script-src-attr data:", "has no script-src or default-src")]
    [TestCase("default-src 'self'; script-src-attr data:; script-src-elem https:", "has https: in script-src-elem")]
    [TestCase("default-src 'self'; script-src-attr data:", "has data: in script-src-attr")]
    [TestCase("default-src *; script-src 'self'", null)]
    [TestCase("script-src 'unsafe-inline'", "has 'unsafe-inline' in script-src")]
    [TestCase("script-src 'unsafe-inline' 'nonce-a'", null)]
    [TestCase("script-src 'unsafe-inline' 'sha256-a'", null)]
    [TestCase("script-src 'unsafe-inline' 'SHA384-a'", null)]
    [TestCase("script-src 'unsafe-inline' 'sha512-a'", null)]
    [TestCase("script-src 'unsafe-inline' 'sha1-a'", "has 'unsafe-inline' in script-src")]
    [TestCase("script-src 'unsafe-inline' 'strict-dynamic' *", null)]
    [TestCase("script-src 'unsafe-eval' 'strict-dynamic' 'nonce-a'", "has 'unsafe-eval' in script-src")]
    [TestCase("script-src 'nonce-a' *", "has * in script-src")]
    public void Scripts_AreJudgedByWhatBrowsersRun(string policy, string? fault) => Assert.That(Of(policy).ScriptFault, Is.EqualTo(fault));

    // What lets scripts run by themselves lets no plug-in run, and what limits scripts limits none.
    [TestCase("object-src 'unsafe-inline' 'unsafe-eval'", null)]
    [TestCase("default-src 'unsafe-inline' 'unsafe-eval'", null)]
    [TestCase("object-src 'strict-dynamic' https:", "has https: in object-src")]
    [TestCase("default-src *; object-src 'none'", null)]
    [TestCase("default-src *", "has * in default-src")]
    [TestCase("script-src 'none'", "has no object-src or default-src")]
    public void Objects_AreJudgedByTheirSourcesAlone(string policy, string? fault) =>
        Assert.That(Of(policy).ObjectFault, Is.EqualTo(fault));

    private static ContentPolicy Of(string policy) => ContentPolicy.Of([policy]).Single();
}
