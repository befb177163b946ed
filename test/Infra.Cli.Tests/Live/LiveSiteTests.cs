using Infra.Cli.Live;
using Infra.LoadBalancing;

namespace Infra.Cli.Tests.Live;

/// <summary>What a site is unless somebody says otherwise.</summary>
internal sealed class LiveSiteTests
{
    [TestCase("https://www.example.com", 80)]
    [TestCase("https://www.example.com:443", 80)]
    [TestCase("https://www.example.com:8443", null)]
    public void PlainHttp_IsAtItsPort_WhereHttpsIs(string url, int? port) =>
        Assert.That(new LiveSite(new(url)).HttpPort, Is.EqualTo(port));

    [TestCase("https://www.example.com", "www.example.com", "www.example.com")]
    [TestCase("https://b\u00fccher.example", "xn--bcher-kva.example", "xn--bcher-kva.example")]
    [TestCase("https://192.0.2.1", "192.0.2.1", "192.0.2.1")]
    [TestCase("https://[2001:db8::1]:8443", "2001:db8::1", "[2001:db8::1]")]
    public void Host_IsWrittenAsCertificatesAndAsUrlsHaveIt(string url, string host, string urlHost)
    {
        var site = new LiveSite(new(url));

        Assert.That((site.Host, site.UrlHost), Is.EqualTo((host, urlHost)));
    }

    [Test]
    public void Site_IsAskedAsIfItWereAnybodys()
    {
        var site = new LiveSite(new("https://www.example.com"));

        Assert.That(
            (site.FrontStatus, site.HealthPath, site.TrustedBy, site.IsTls13Only, site.Declared),
            Is.EqualTo((200, "/health", "--ca", false, (DeclaredAnswers?)null)));
        Assert.That(
            (site.Patience, site.Most, site.Time),
            Is.EqualTo((TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), TimeProvider.System)));
    }

    [Test]
    public void Answers_OfAStack_AreWhatItSays_OrWhatTheProgramHasUnlessTold()
    {
        var said = new Dictionary<string, string> { ["A"] = "b" };
        var (own, old) = (DeclaredAnswers.OfStack(said), DeclaredAnswers.OfStack(null));

        Assert.That((own.RedirectStatus, own.Fields), Is.EqualTo((301, (IReadOnlyDictionary<string, string>)said)));
        Assert.That(own.HiddenFields, Is.EqualTo(["Server"]));
        Assert.That(old.Fields, Is.EquivalentTo(new ResponseHeaders().Fields));
    }
}
