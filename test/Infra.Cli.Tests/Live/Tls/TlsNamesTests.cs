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
}
