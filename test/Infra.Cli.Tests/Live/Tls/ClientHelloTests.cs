using System.Net.Security;
using System.Security.Authentication;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class ClientHelloTests
{
    private const string Suites = "0004" + "C02F" + "0005";
    private const string NoCompression = "0100";
    private const string Groups = "000A0006" + "0004" + "001D" + "0100";
    private const string PointFormats = "000B0002" + "0100";
    private const string Renegotiation = "FF010001" + "00" + "00170000";

    private const string Signatures = "000D0038" + "0036"
        + "040305030603" + "08070808" + "080408050806" + "0809080A080B" + "081A081B081C"
        + "040105010601" + "040205020602" + "030303010302" + "020302010202" + "0101";

    private const string Extensions = "0055" + Groups + PointFormats + Signatures + Renegotiation;

    private static readonly string Zeros = new('0', 64);

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

    [TestCase(TlsVersion.Tls10)]
    [TestCase(TlsVersion.Tls11)]
    public void HelloBeforeTls12_SaysNoSignatures(TlsVersion version) =>
        Assert.That(
            BytesOf(Hello(version)),
            Is.EqualTo(Message(version, "00" + Suites + NoCompression + Vector(Groups + PointFormats + Renegotiation))));

    [Test]
    public void HelloOfTls12_SaysSignatures() =>
        Assert.That(BytesOf(Hello(TlsVersion.Tls12)), Is.EqualTo(Message(TlsVersion.Tls12, "00" + Suites + NoCompression + Extensions)));

    [Test]
    public void Hello_MayOfferCompression() =>
        Assert.That(
            BytesOf(Hello(TlsVersion.Tls12) with { MayCompress = true }),
            Is.EqualTo(Message(TlsVersion.Tls12, "00" + Suites + "020100" + Extensions)));

    [Test]
    public void Hello_WithAName_SaysItFirst() =>
        Assert.That(
            BytesOf(Hello(TlsVersion.Tls10) with { ServerName = "a.example" }),
            Is.EqualTo(Message(
                TlsVersion.Tls10,
                "00" + Suites + NoCompression
                + Vector("0000" + "000E" + "000C" + "00" + "0009" + "612E6578616D706C65" + Groups + PointFormats + Renegotiation))));

    // It looks like TLS 1.2 with a session, and says what it is in an extension.
    [TestCase(true, "00330026" + "0024" + "001D" + "0020")]
    [TestCase(false, "00330002" + "0000")]
    public void HelloOfTls13_HasASession_AndAKeyUnlessToldOtherwise(bool hasKey, string share)
    {
        var hello = Hello(TlsVersion.Tls13) with { HasKeyShare = hasKey };
        var key = hasKey ? Zeros : "";

        Assert.That(
            BytesOf(hello, hasKey ? ^32..^0 : ^0..^0, 44..76),
            Is.EqualTo(Message(
                TlsVersion.Tls12,
                "20" + Zeros + Suites + NoCompression
                + Vector(Groups + PointFormats + Signatures + "002B0003" + "02" + "0304" + share + key))));
    }

    [Test]
    public void Hello_IsAnotherEachTime()
    {
        var hello = Hello(TlsVersion.Tls13);

        var (one, other) = (hello.Encode(), hello.Encode());

        foreach (var random in new[] { 11..43, 44..76, ^32..^0 })
            Assert.That(one[random], Is.Not.EqualTo(other[random]));
    }

    [Test]
    public void Hello_OffersTheCommonCurves_UnlessToldOtherwise()
    {
        var hello = new ClientHello(TlsVersion.Tls12, []);

        Assert.That((hello.Groups, hello.HasKeyShare, hello.MayCompress), Is.EqualTo((OfferedGroups.Curves, true, false)));
    }

    private static ClientHello Hello(TlsVersion version) =>
        new(version, [TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_RSA_WITH_RC4_128_SHA])
        {
            Groups = [NamedGroup.X25519, NamedGroup.Ffdhe2048],
        };

    // What it is with its random bytes, and those of other ranges, left out.
    private static string BytesOf(ClientHello hello, params Range[] randoms)
    {
        var bytes = hello.Encode();
        foreach (var random in randoms.Prepend(11..43))
            bytes.AsSpan(random).Clear();
        return Convert.ToHexString(bytes);
    }

    private static string Message(TlsVersion version, string afterRandom) =>
        $"16{(ushort)version:X4}{Vector(Hex.Message("01", $"{(ushort)version:X4}{Zeros}{afterRandom}"))}";

    private static string Vector(string content) => $"{content.Length / 2:X4}{content}";
}
