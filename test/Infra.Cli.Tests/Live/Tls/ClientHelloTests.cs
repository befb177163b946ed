using System.Net.Security;
using System.Security.Authentication;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class ClientHelloTests
{
    [TestCase(TlsVersion.Tls10, "Tls")]
    [TestCase(TlsVersion.Tls11, "Tls11")]
    [TestCase(TlsVersion.Tls12, "Tls12")]
    public async Task Hello_IsReadByAServer_AsTheVersionAndTheNameItSays(TlsVersion version, string expected)
    {
        var hello = new ClientHello(version, KnownSuites.All) { ServerName = "www.example.com" };
        await using var tls = new SslStream(new MemoryStream(hello.Encode()));
        var read = default(SslClientHelloInfo);

        await Assert.ThatAsync(
            () => tls.AuthenticateAsServerAsync(
                (_, info, _, _) =>
                {
                    read = info;
                    throw new AuthenticationException("it has said what it speaks");
                },
                state: null),
            Throws.InstanceOf<AuthenticationException>());

        Assert.That((read.SslProtocols.ToString(), read.ServerName), Is.EqualTo((expected, "www.example.com")));
    }

    // No server here can read it any more: RFC 6101, 5.6.1.2.
    [Test]
    public void HelloOfSsl30_EndsAfterItsCompressionMethods()
    {
        var bytes =
            new ClientHello(TlsVersion.Ssl30, [TlsCipherSuite.TLS_RSA_WITH_RC4_128_SHA]) { ServerName = "www.example.com" }.Encode();

        Assert.That(Convert.ToHexString(bytes[..11]), Is.EqualTo("160300002D" + "01000029" + "0300"));
        Assert.That(Convert.ToHexString(bytes[43..]), Is.EqualTo("00" + "0002" + "0005" + "0100"));
    }
}
