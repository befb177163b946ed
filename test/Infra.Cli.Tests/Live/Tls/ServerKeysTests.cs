using System.Net.Security;
using Infra.Cli.Live.Tls;
using static System.Net.Security.TlsCipherSuite;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class ServerKeysTests
{
    private const string Field60 = "0008" + "0FFFFFFFFFFFFFFF" + "000102" + "000103";

    [TestCase(TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, Field60, null, 60L)]
    [TestCase(TLS_DH_anon_WITH_AES_256_GCM_SHA384, Field60, null, 60L)]
    [TestCase(TLS_DHE_PSK_WITH_AES_128_GCM_SHA256, "0002AABB" + Field60, null, 60L)]
    [TestCase(TLS_PSK_DHE_WITH_AES_128_CCM_8, "0000" + Field60, null, 60L)]
    [TestCase(TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, "0002" + "0001" + "0000", null, 1L)]
    [TestCase(TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, "0000", null, 0L)]
    [TestCase(TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "03" + "001D" + "20", NamedGroup.X25519, null)]
    [TestCase(TLS_ECDH_anon_WITH_AES_128_CBC_SHA, "03" + "0017", NamedGroup.Secp256r1, null)]
    [TestCase(TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA, "0001AA" + "03" + "0017", NamedGroup.Secp256r1, null)]
    [TestCase(TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "03" + "1234", (NamedGroup)0x1234, null)]
    [TestCase(TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "01" + "0017", null, null)]
    [TestCase(TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "02" + "0017", null, null)]
    public void Keys_AreFromAFieldOrACurve(TlsCipherSuite suite, string body, NamedGroup? curve, long? bits)
    {
        var hello = new ServerHello(TlsVersion.Tls12, suite, null);

        Assert.That(ServerKeys.Parse(hello, Convert.FromHexString(body)), Is.EqualTo(new ServerKeys(hello, curve, bits)));
    }

    [TestCase(TLS_PSK_WITH_AES_128_GCM_SHA256, "0000" + "AA")]
    [TestCase(TLS_RSA_WITH_AES_128_GCM_SHA256, "030017")]
    [TestCase(TLS_SRP_SHA_WITH_AES_128_CBC_SHA, "030017")]
    public void Keys_OfAnotherForm_AreNone(TlsCipherSuite suite, string body) =>
        Assert.That(ServerKeys.Parse(new(TlsVersion.Tls12, suite, null), Convert.FromHexString(body)), Is.Null);

    [TestCase(TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "")]
    [TestCase(TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "0300")]
    [TestCase(TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, "0002FF")]
    [TestCase(TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA, "0005AA" + "030017")]
    public void Keys_ThatAreCutShort_AreNoMessage(TlsCipherSuite suite, string body) =>
        Assert.That(
            () => ServerKeys.Parse(new(TlsVersion.Tls12, suite, null), Convert.FromHexString(body)),
            Throws.InstanceOf<InvalidDataException>());

    [TestCase(null, 2047L, "a finite field of 2047 bits", true)]
    [TestCase(null, 2048L, "a finite field of 2048 bits", false)]
    [TestCase(null, null, "a curve of its own making", true)]
    [TestCase(NamedGroup.Secp224r1, null, "Secp224r1", true)]
    [TestCase(NamedGroup.ExplicitPrimeCurve, null, "ExplicitPrimeCurve", true)]
    [TestCase(NamedGroup.Secp256r1, null, "Secp256r1", false)]
    [TestCase((NamedGroup)0x0ABC, null, "group 0abc", false)]
    public void Keys_AreWeak_BelowWhatIsSafe(NamedGroup? curve, long? bits, string shown, bool isWeak)
    {
        var keys = new ServerKeys(new(TlsVersion.Tls12, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, null), curve, bits);

        Assert.That((keys.Shown, keys.IsWeak), Is.EqualTo((shown, isWeak)));
    }
}
