using System.Net.Security;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class TlsNamesTests
{
    // https://www.iana.org/assignments/tls-parameters/tls-parameters.xhtml#tls-parameters-6
    [TestCase(0, "close_notify")]
    [TestCase(10, "unexpected_message")]
    [TestCase(40, "handshake_failure")]
    [TestCase(47, "illegal_parameter")]
    [TestCase(50, "decode_error")]
    [TestCase(70, "protocol_version")]
    [TestCase(71, "insufficient_security")]
    [TestCase(80, "internal_error")]
    [TestCase(86, "inappropriate_fallback")]
    [TestCase(112, "unrecognized_name")]
    [TestCase(115, "unknown_psk_identity")]
    [TestCase(200, "200")]
    public void Alert_HasItsName(byte description, string name) => Assert.That(TlsNames.OfAlert(description), Is.EqualTo(name));

    [TestCase(TlsVersion.Ssl30, "SSL 3.0")]
    [TestCase(TlsVersion.Tls10, "TLS 1.0")]
    [TestCase(TlsVersion.Tls11, "TLS 1.1")]
    [TestCase(TlsVersion.Tls12, "TLS 1.2")]
    [TestCase(TlsVersion.Tls13, "TLS 1.3")]
    [TestCase((TlsVersion)0x0305, "version 0305")]
    [TestCase((TlsVersion)0x7F1C, "version 7f1c")]
    public void Version_HasItsName(TlsVersion version, string name) => Assert.That(TlsNames.Of(version), Is.EqualTo(name));

    [TestCase(0x0000, "TLS_NULL_WITH_NULL_NULL")]
    [TestCase(0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")]
    [TestCase(0xFEFE, "SSL_RSA_FIPS_WITH_DES_CBC_SHA")]
    [TestCase(0x0A0A, "cipher suite 0a0a")]
    public void Suite_HasItsName(int suite, string name) => Assert.That(TlsNames.Of((TlsCipherSuite)suite), Is.EqualTo(name));

    [TestCase(0x001D, "X25519")]
    [TestCase(0x11EC, "X25519MLKEM768")]
    [TestCase(0x0ABC, "group 0abc")]
    public void Group_HasItsName(int group, string name) => Assert.That(TlsNames.Of((NamedGroup)group), Is.EqualTo(name));
}
