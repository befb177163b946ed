using Infra.LoadBalancing;
using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

public sealed class NginxConfigurationTests
{
    [Test]
    public void Render_Offload_IsThisFile() =>
        Golden.Verify("nginx.offload", NginxConfiguration.Render(TlsMode.Offload, "/health"));

    [Test]
    public void Render_EndToEnd_IsThisFile() =>
        Golden.Verify("nginx.end-to-end", NginxConfiguration.Render(TlsMode.EndToEnd, "/health"));

    [Test]
    [Requirement("R4")]
    public void Render_Offload_SpeaksPlainHttpAlone()
    {
        var text = NginxConfiguration.Render(TlsMode.Offload, "/health");

        Assert.That(Directives(text, "listen"), Is.EqualTo(new[] { "listen 80 default_server;" }));
        Assert.That(text, Does.Not.Contain("ssl"));
    }

    [Test]
    [Requirement("R4")]
    public void Render_EndToEnd_SpeaksTlsAloneWithItsOwnCertificate()
    {
        var text = NginxConfiguration.Render(TlsMode.EndToEnd, "/health");

        Assert.Multiple(() =>
        {
            Assert.That(Directives(text, "listen"), Is.EqualTo(new[] { "listen 443 ssl default_server;" }));
            Assert.That(Directives(text, "ssl_certificate"), Is.EqualTo(new[] { "ssl_certificate /etc/nginx/tls/server.crt;" }));
            Assert.That(Directives(text, "ssl_certificate_key"), Is.EqualTo(new[] { "ssl_certificate_key /etc/nginx/tls/server.key;" }));
        });
    }

    [Test]
    [Requirement("R3")]
    public void Render_EndToEnd_OffersNoProtocolBelowTls12AndNoCipherWithoutForwardSecrecy()
    {
        var text = NginxConfiguration.Render(TlsMode.EndToEnd, "/health");
        var ciphers = Directives(text, "ssl_ciphers").Single().Split(' ')[1].TrimEnd(';').Split(':');

        Assert.That(Directives(text, "ssl_protocols"), Is.EqualTo(new[] { "ssl_protocols TLSv1.2 TLSv1.3;" }));
        Assert.That(ciphers, Has.Length.EqualTo(3));
        Assert.That(ciphers, Has.All.Matches("^ECDHE-ECDSA-.*(GCM|POLY1305)"));
    }

    [Test]
    [Requirement("R5")]
    public void Render_HealthCheckPath_IsAnsweredByTheServerItself([Values] TlsMode tlsMode) =>
        Assert.That(NginxConfiguration.Render(tlsMode, "/up/now"), Does.Contain(
            """
                    location = "/up/now" {
                        access_log off;
                        default_type text/plain;
                        return 200 "ok\n";
                    }
            """));

    [Test]
    public void Render_Always_OutlastsTheLoadBalancersIdleTimeout([Values] TlsMode tlsMode) =>
        Assert.That(
            Directives(NginxConfiguration.Render(tlsMode, "/health"), "keepalive_timeout"),
            Is.EqualTo(new[] { "keepalive_timeout 75s;" }));

    [Test]
    public void Render_PathWithSpecialCharacters_StaysOneWord() =>
        Assert.That(
            NginxConfiguration.Render(TlsMode.Offload, """/!~a"b\c;d{}"""),
            Does.Contain("""location = "/!~a\"b\\c;d{}" {""" + "\n"));

    [TestCase("")]
    [TestCase("health")]
    [TestCase("/he alth")]
    [TestCase("/health\nNGINX_CONF\nreboot")]
    [TestCase("/gesund-é")]
    [TestCase("/\u007f")]
    public void Render_PathThatIsNoPath_IsRefused(string path) =>
        Assert.That(
            () => NginxConfiguration.Render(TlsMode.Offload, path),
            Throws.ArgumentException.With.Message.StartsWith(
                $"a health check path must start with / and be printable ASCII without spaces, got '{path}'"));

    [Test]
    public void Render_NoTlsMode_IsRefused() =>
        Assert.That(
            () => NginxConfiguration.Render((TlsMode)9, "/health"),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.StartsWith("not a TLS mode"));

    private static string[] Directives(string text, string name) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal))];
}
