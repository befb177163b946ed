using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

public sealed class NginxConfigurationTests
{
    [Test]
    public void Render_Always_IsThisFile() => Golden.Verify("nginx", NginxConfiguration.Render("/health", new()));

    [Test]
    [Requirement("R4")]
    public void Render_Always_SpeaksHttpAndTlsWithItsOwnCertificate()
    {
        var text = NginxConfiguration.Render("/health", new());

        Assert.Multiple(() =>
        {
            Assert.That(Directives(text, "listen"), Is.EqualTo(new[] { "listen 80 default_server;", "listen 443 ssl default_server;" }));
            Assert.That(Directives(text, "ssl_certificate"), Is.EqualTo(new[] { "ssl_certificate /etc/nginx/tls/server.crt;" }));
            Assert.That(Directives(text, "ssl_certificate_key"), Is.EqualTo(new[] { "ssl_certificate_key /etc/nginx/tls/server.key;" }));
        });
    }

    [Test]
    [Requirement("R3")]
    public void Render_Always_OffersNoProtocolBelowTls12AndNoCipherWithoutForwardSecrecy()
    {
        var text = NginxConfiguration.Render("/health", new());
        var ciphers = Directives(text, "ssl_ciphers").Single().Split(' ')[1].TrimEnd(';').Split(':');

        Assert.That(Directives(text, "ssl_protocols"), Is.EqualTo(new[] { "ssl_protocols TLSv1.2 TLSv1.3;" }));
        Assert.That(ciphers, Has.Length.EqualTo(3));
        Assert.That(ciphers, Has.All.Matches("^ECDHE-ECDSA-.*(GCM|POLY1305)"));
    }

    [Test]
    [Requirement("R5")]
    public void Render_HealthCheckPath_IsAnsweredByTheServerItself() =>
        Assert.That(NginxConfiguration.Render("/up/now", new()), Does.Contain(
            """
                    location = "/up/now" {
                        access_log off;
                        default_type text/plain;
                        return 200 "ok\n";
                    }
            """));

    [Test]
    public void Render_Always_OutlastsTheLoadBalancersIdleTimeout() =>
        Assert.That(
            Directives(NginxConfiguration.Render("/health", new()), "keepalive_timeout"),
            Is.EqualTo(new[] { "keepalive_timeout 75s;" }));

    [Test]
    public void Render_PathWithSpecialCharacters_StaysOneWord() =>
        Assert.That(
            NginxConfiguration.Render("""/!~a"b\c;d{}""", new()),
            Does.Contain("""location = "/!~a\"b\\c;d{}" {""" + "\n"));

    [TestCase("")]
    [TestCase("health")]
    [TestCase("/he alth")]
    [TestCase("/health\nNGINX_CONF\nreboot")]
    [TestCase("/gesund-é")]
    [TestCase("/\u007f")]
    public void Render_PathThatIsNoPath_IsRefused(string path) =>
        Assert.That(
            () => NginxConfiguration.Render(path, new()),
            Throws.ArgumentException.With.Message.StartsWith(
                $"a health check path must start with / and be printable ASCII without spaces, got '{path}'"));

    private static string[] Directives(string text, string name) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal))];
}
