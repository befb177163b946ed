using Infra.Cli.Live.Headers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Headers;

internal sealed class NamedVersionTests
{
    [PlainCase("Server", "nginx/1.22.1")]
    [PlainCase("Server", "Apache/2.4.57 (Debian) OpenSSL/3.0.9")]
    [PlainCase("Server", "Apache/2")]
    [PlainCase("Server", "Apache/2.4 (Debian)")]
    [PlainCase("Server", "h2o/2.2.6")]
    [PlainCase("Server", "Jetty(9.4.43.v20210629)")]
    [PlainCase("Server", "Apache Tomcat 9")]
    [PlainCase("server", "openresty 1.21.4.1")]
    [PlainCase("X-Powered-By", "PHP/8.2.1")]
    [PlainCase("X-Powered-By", "PHP/8")]
    [PlainCase("X-Powered-By", "Servlet/3.1; JBossAS-6")]
    [PlainCase("X-Powered-CMS", "Bitrix 20.1")]
    [PlainCase("X-Generator", "Drupal 10 (https://www.drupal.org)")]
    [PlainCase("X-Generator", "WordPress 6.4.2")]
    [PlainCase("X-AspNet-Version", "4.0.30319")]
    [PlainCase("X-AspNetMvc-Version", "5.2")]
    [PlainCase("X-OWA-Version", "15.1.230.27")]
    [PlainCase("X-PHP-Version", "8")]
    [PlainCase("X-Jenkins", "2.401")]
    [PlainCase("X-Mod-Pagespeed", "1.13.35.2-0")]
    [PlainCase("Via", "1.1 varnish (Varnish/6.0)")]
    [PlainCase("Via", "1.1 a, HTTP/1.1 proxy.example.com:3128 (squid/4.10)")]
    [PlainCase("Via", "1.1 squid/4, 1.1 cache")]
    [PlainCase("X-Generator", "Drupal<https://www.drupal.org>10")]
    [PlainCase("X-Cache", "HIT from squid/4.10")]
    [PlainCase("X-Whatever", "gunicorn/20.0.4")]
    [PlainCase("X-App", "v1.2.3")]
    [PlainCase("WWW-Authenticate", "Basic realm=\"Apache Tomcat/9.0.1\"")]
    public void Version_OfAProgram_IsSeen(string field, string value) => Assert.That(NamedVersion.IsIn(field, value), Is.True);

    [PlainCase("Server", "h2o")]
    [PlainCase("Server", "nginx")]
    [PlainCase("Server", "awselb/2.0")]
    [PlainCase("Server", "ECAcc (nyd/D170)")]
    [PlainCase("Server", "ECS (dcb/7EC9)")]
    [PlainCase("Server", "10.0.0.12:8080")]
    [PlainCase("Via", "1.1 varnish")]
    [PlainCase("Via", "HTTP/1.1 google, 2 heroku-router, 1.1 0a1b2c.cloudfront.net (CloudFront)")]
    [PlainCase("Via", "1.1 a, ICAP/1.0 filter")]
    [PlainCase("ETag", "W/\"65b2c1a3-1.2.3\"")]
    [PlainCase("Date", "Fri, 27 Nov 2026 02:00:00 GMT")]
    [PlainCase("Last-Modified", "Fri, 27 Nov 2026 02:00:00 GMT")]
    [PlainCase("Alt-Svc", "h3=\":443\"; ma=86400")]
    [PlainCase("Content-Security-Policy", "script-src https://cdn.example.com/jquery/3.6.0/")]
    [PlainCase("Link", "</jquery-3.6.0.js>; rel=preload")]
    [PlainCase("Location", "https://example.com/jquery/3.6.0/a")]
    [PlainCase("Set-Cookie", "v=app/1.2.3; Secure")]
    [PlainCase("Upgrade", "TLS/1.2, HTTP/2.0")]
    [PlainCase("X-Powered-By", "Express")]
    [PlainCase("X-Generator", "Hugo")]
    [PlainCase("X-Cache", "Hit from cloudfront")]
    [PlainCase("X-Cache", "HIT from cache-1.2.example.com")]
    [PlainCase("X-Served-By", "cache-fra19120-FRA")]
    [PlainCase("X-Amz-Cf-Pop", "FRA56-P1")]
    [PlainCase("X-Timer", "S1691231.123456,VS0,VE1")]
    [PlainCase("X-Runtime", "0.012345")]
    [PlainCase("X-Response-Time", "took 1.2ms")]
    [PlainCase("X-XSS-Protection", "1; mode=block")]
    [PlainCase("X-UA-Compatible", "IE=edge")]
    [PlainCase("X-Client-IP", "192.0.2.1")]
    [PlainCase("X-Backend", "192.0.2.1")]
    [PlainCase("X-Backend", "web, from 192.0.2.1")]
    [PlainCase("Akamai-GRN", "0.17112017.1691243043.4a2b1")]
    [PlainCase("Api-Version", "2023-01-01")]
    [PlainCase("OData-Version", "4.0")]
    [PlainCase("MIME-Version", "1.0")]
    [PlainCase("X-Amz-Version-Id", "3/L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY+MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo")]
    public void Number_OfAnotherKind_IsNoVersion(string field, string value) => Assert.That(NamedVersion.IsIn(field, value), Is.False);

    // As long as a field can be. Where the time grows with the square of the length, one takes half a minute and more.
    [TestCase("a")]
    [TestCase("a-1.")]
    [TestCase("1.")]
    [TestCase("a1")]
    [TestCase(" a")]
    [PlainCase("<a")]
    [TestCase("a/")]
    [TestCase("1.1 ")]
    [TestCase("http:/")]
    [TestCase(", ")]
    [TestCase("a_")]
    public void Field_AsLongAsCanBe_IsReadAtOnce(string part)
    {
        var value = string.Concat(Enumerable.Repeat(part, 64 * 1024 / part.Length)) + "!";

        foreach (var field in new[] { "Server", "Via", "X-Powered-By", "X-Php-Version", "X-Any" })
            Assert.That(Task.Run(() => NamedVersion.IsIn(field, value)).Wait(TimeSpan.FromSeconds(5)), Is.True, field);
    }
}
