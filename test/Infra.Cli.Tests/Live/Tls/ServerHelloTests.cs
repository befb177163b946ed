using System.Net.Security;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class ServerHelloTests
{
    private const TlsCipherSuite Suite = TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256;
    private const string Begin = "0303" + Hex.Random;
    private const string ToCompression = Begin + "00" + "C02F";
    private const string ToExtensions = ToCompression + "00";

    private static readonly ServerHello Plain = new(TlsVersion.Tls12, Suite, null);

    private static IEnumerable<TestCaseData> Hellos()
    {
        yield return Good("without extensions", ToExtensions, Plain);
        yield return Good("with none of them", ToExtensions + "0000", Plain);
        yield return Good("with a session", Begin + "20" + Hex.Random + "C02F00", Plain);
        yield return Good(
            "of SSL 3.0", "0300" + Hex.Random + "00000A00", new(TlsVersion.Ssl30, TlsCipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA, null));
        yield return Good(
            "that nobody knows", "7F1C" + Hex.Random + "00560000", new((TlsVersion)0x7F1C, (TlsCipherSuite)0x5600, null));
        yield return Good("that compresses", ToCompression + "01", Plain with { Compresses = true });
        yield return Good("that ties renegotiations", ToExtensions + "0005" + "FF01000100", Plain with { TiesRenegotiations = true });
        yield return Good(
            "of TLS 1.3",
            Begin + "001301" + "00" + "000C" + "002B00020304" + "0033000211EC",
            new(TlsVersion.Tls13, TlsCipherSuite.TLS_AES_128_GCM_SHA256, NamedGroup.X25519MLKEM768));
        yield return Good(
            "with a key and unknown extensions",
            ToExtensions + "0017" + "0010000302AABB" + "00330008001D0004AABBCCDD" + "00170000",
            Plain with { Group = NamedGroup.X25519 });
    }

    private static IEnumerable<TestCaseData> Others()
    {
        const string Shorter = "a message is shorter than it says";
        yield return Bad("nothing", "", Shorter);
        yield return Bad("a random that is cut short", "0303" + "00", Shorter);
        yield return Bad("no suite", Begin + "00", Shorter);
        yield return Bad("no compression", ToCompression, Shorter);
        yield return Bad("a session that is too long", Begin + "21" + Hex.Random + "00C02F00", "a session's id is too long");
        yield return Bad("another compression", ToCompression + "02", "the server compresses in a way that was not offered");
        yield return Bad("extensions that are cut short", ToExtensions + "00040000", Shorter);
        yield return Bad("more than the extensions", ToExtensions + "000000", "a message is longer than it says");
        yield return Bad("an extension that is cut short", ToExtensions + "0005" + "FF01000200", Shorter);
        yield return Bad("a version of one byte", ToExtensions + "0005" + "002B000103", Shorter);
        yield return Bad("a group of one byte", ToExtensions + "0005" + "0033000100", Shorter);
    }

    [TestCaseSource(nameof(Hellos))]
    public void Hello_IsWhatTheServerChooses(string body, ServerHello hello) =>
        Assert.That(ServerHello.Parse(Convert.FromHexString(body)), Is.EqualTo(hello));

    [TestCaseSource(nameof(Others))]
    public void AnythingElse_IsNone(string body, string message) =>
        Assert.That(
            () => ServerHello.Parse(Convert.FromHexString(body)),
            Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo(message));

    private static TestCaseData Good(string name, string body, ServerHello hello) => new TestCaseData(body, hello).SetArgDisplayNames(name);

    private static TestCaseData Bad(string name, string body, string message) => new TestCaseData(body, message).SetArgDisplayNames(name);
}
