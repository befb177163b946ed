using Infra.Cli.Live;
using Infra.Cli.Live.Http;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Http;

/// <summary>RFC 9110, 7.2: the host as in the address, and its port unless that is the scheme's own.</summary>
internal sealed class HostFieldTests
{
    [TestCase("https://www.example.com", 443, "www.example.com")]
    [TestCase("https://www.example.com", 8443, "www.example.com:8443")]
    [TestCase("https://b\u00fccher.example", 443, "xn--bcher-kva.example")]
    [TestCase("https://b\u00fccher.example", 8443, "xn--bcher-kva.example:8443")]
    [TestCase("https://192.0.2.1", 8443, "192.0.2.1:8443")]
    [PlainCase("https://[2001:db8::1]", 443, "[2001:db8::1]")]
    [PlainCase("https://[2001:db8::1]", 8443, "[2001:db8::1]:8443")]
    public void HostField_OfAPort_IsAsInAnAddress(string url, int port, string expected) =>
        Assert.That(HttpExchange.HostField(new LiveSite(new(url)), port, 443), Is.EqualTo(expected));
}
