using Infra.Cli.Live.Tls;
using Infra.Cli.Tests.Live.SiteChecks;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>What a server sends after its ServerHello, in records as they come.</summary>
internal sealed class ServerKeysReaderTests
{
    private const string Nothing = "nothing";
    private const string Refused = "refused";

    private static readonly string Hello = Hex.Hello(TlsVersion.Tls12, "C02F");
    private static readonly string Certificate = Hex.Message("0B", "000000");
    private static readonly string Keys = Hex.Message("0C", "030017");
    private static readonly string Done = Hex.Message("0E", "");

    private static IEnumerable<TestCaseData> Answers()
    {
        yield return Case("all in one record", Hex.Record(Hello + Certificate + Keys + Done), "Secp256r1");
        yield return Case("each in its own", Hex.Record(Hello) + Hex.Record(Certificate) + Hex.Record(Keys), "Secp256r1");
        yield return Case("a warning first", Hex.Warning + Hex.Record(Hello) + Hex.Warning + Hex.Record(Keys), "Secp256r1");
        yield return Case("no certificate", Hex.Record(Hello + Keys), "Secp256r1");
        yield return Case("a refusal", Hex.FatalAlert, Refused);
        yield return Case("a refusal after the hello", Hex.Record(Hello) + Hex.FatalAlert, Refused);
        yield return Case("a warning alone", Hex.Record(Hello) + Hex.Warning, Nothing);
        yield return Case("the end", "", Nothing);
        yield return Case("the end after the hello", Hex.Record(Hello), Nothing);
        yield return Case("the end in the keys", Hex.Record(Hello + Keys[..^2]), Nothing);
        yield return Case("no keys", Hex.Record(Hello + Certificate + Done + Keys), Nothing);
        yield return Case("keys before the hello", Hex.Record(Keys + Hello + Keys), Nothing);
        yield return Case("another message first", Hex.Record(Certificate + Hello + Keys), Nothing);
        yield return Case("keys of another form", Hex.Record(Hex.Hello(TlsVersion.Tls12, "009C") + Keys), Nothing);
        yield return Case("keys that are cut short", Hex.Record(Hello + Hex.Message("0C", "0300")), Nothing);
        yield return Case("TLS 1.3", Hex.Record(Hex.Hello(TlsVersion.Tls13, "1301") + Hex.Message("0C", "030017")), Nothing);
        yield return Case("no TLS", "485454502F312E3120343030", Nothing);
        yield return Case("a message of 256 KiB", Hex.Record(Hello + "0B040000"), Nothing);
        yield return Case("keys in a message that is too long", Hex.Record(Hello + "0B040001") + Hex.Record(Keys), Nothing);
    }

    [TestCaseSource(nameof(Answers))]
    public async Task Keys_AreThoseAfterTheHello(string bytes, string expected)
    {
        await using var stream = Hex.Stream(bytes);

        Assert.That(await ReadAsync(stream), Is.EqualTo(expected));
    }

    [Test]
    public async Task Keys_InPieces_ArePutTogether()
    {
        var messages = Hello + Certificate + Keys;
        for (var first = 2; first < messages.Length; first += 2)
        {
            await using var stream = Hex.Stream(Hex.Record(messages[..first]) + Hex.Record(messages[first..]));

            Assert.That(await ReadAsync(stream), Is.EqualTo("Secp256r1"), $"{first / 2} bytes");
        }
    }

    // The certificates of a server are a message of many records.
    [TestCase(0x3FFF0, "Secp256r1")]
    [TestCase(0x40000, Nothing)]
    public async Task Message_HasALongestSize(int length, string expected)
    {
        var messages = $"0B{length:X6}{string.Concat(Enumerable.Repeat("0C", length))}{Keys}";
        var records = messages.Chunk(1 << 15).Select(piece => Hex.Record(new(piece)));
        await using var stream = Hex.Stream(Hex.Record(Hello) + string.Concat(records));

        Assert.That(await ReadAsync(stream), Is.EqualTo(expected));
    }

    [TestCase(254, "Secp256r1")]
    [TestCase(255, Nothing)]
    public async Task Answer_HasSoManyRecords(int warnings, string expected)
    {
        await using var stream = Hex.Stream(
            string.Concat(Enumerable.Repeat(Hex.Warning, warnings)) + Hex.Record(Hello) + Hex.Record(Keys));

        Assert.That(await ReadAsync(stream), Is.EqualTo(expected));
    }

    [TestCase(Hex.Warning)]
    [TestCase("1603030001" + "0B")]
    public async Task Answer_WithoutEnd_IsGivenUp(string record)
    {
        await using var endless = new EndlessStream(Convert.FromHexString(record));

        Assert.That(await ReadAsync(endless), Is.EqualTo(Nothing));
        Assert.That(endless.BytesRead, Is.LessThan(1024 * 1024));
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        var (keys, isRefused) = await ServerKeysReader.ReadAsync(stream, CancellationToken.None);
        return isRefused ? Refused : keys?.Shown ?? Nothing;
    }

    private static TestCaseData Case(string name, string bytes, string expected) =>
        new TestCaseData(bytes, expected).SetArgDisplayNames(name);
}
