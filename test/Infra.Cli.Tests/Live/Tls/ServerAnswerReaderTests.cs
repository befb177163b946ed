using System.Net.Security;
using Infra.Cli.Live.Tls;
using Infra.Cli.Tests.Live.Http;
using Infra.Cli.Tests.Live.SiteChecks;

namespace Infra.Cli.Tests.Live.Tls;

internal sealed class ServerAnswerReaderTests
{
    private const string Random = Hex.Random;

    // TLS 1.1 with ECDHE-RSA-AES128-SHA, no session, no extensions.
    private const string OldHello = "02000026" + "0302" + Random + "00" + "C013" + "00";

    // TLS 1.3 with AES-128-GCM; supported_versions and, as a HelloRetryRequest has it, the group X25519MLKEM768.
    private const string NewHello = "02000034" + "0303" + Random + "00" + "1301" + "00" + "000C" + "002B00020304" + "0033000211EC";

    private const string FatalAlert = "1503030002" + "0246";
    private const string Warning = "1503030002" + "0170";
    private const string CloseNotify = "1503030002" + "0100";

    [Test]
    public async Task ServerHello_OfAnOldVersion_IsAccepted()
    {
        var answer = await ReadAsync(Hex.Record(OldHello));

        Assert.That(answer.Hello, Is.EqualTo(new ServerHello(TlsVersion.Tls11, TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, null)));
    }

    [Test]
    public async Task ServerHello_OfTls13_SaysItsVersionAndGroupInExtensions()
    {
        var answer = await ReadAsync(Hex.Record(NewHello));

        Assert.That(
            answer.Hello,
            Is.EqualTo(new ServerHello(TlsVersion.Tls13, TlsCipherSuite.TLS_AES_128_GCM_SHA256, NamedGroup.X25519MLKEM768)));
    }

    [Test]
    public async Task ServerHello_InPieces_IsPutTogether([Range(1, 41)] int first)
    {
        var answer = await ReadAsync(Warning + Hex.Record(OldHello[..(2 * first)]) + Hex.Record(OldHello[(2 * first)..] + "0B000000"));

        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Accepted));
    }

    [TestCase("", "connection closed")]
    [TestCase(FatalAlert, "alert protocol_version")]
    [TestCase(Warning + FatalAlert, "alert protocol_version")]
    [TestCase(CloseNotify, "alert close_notify")]
    [TestCase(Warning, "connection closed")]
    public async Task EndOfTheHandshake_IsARefusal(string bytes, string shown)
    {
        var answer = await ReadAsync(bytes);

        Assert.That((answer.Kind, answer.Shown), Is.EqualTo((AnswerKind.Refused, shown)));
    }

    [TestCase("485454502F312E3120343030", "what came is neither an alert nor a handshake", Description = "HTTP")]
    [TestCase("1703030001" + "00", "what came is neither an alert nor a handshake", Description = "data that is encrypted already")]
    [TestCase("1602030001" + "02", "what came is neither an alert nor a handshake", Description = "another major version")]
    [TestCase("1603030000", "a record is empty or too long", Description = "an empty record")]
    [TestCase("1503030001" + "02", "an alert has two bytes", Description = "half an alert")]
    [TestCase("1503030003" + "020202", "an alert has two bytes", Description = "more than an alert")]
    [TestCase(
        "1603030004" + "0B000000", "a handshake begins with something else than a ServerHello", Description = "another message first")]
    [TestCase("1603030004" + "02FFFFFF", "a ServerHello is too long", Description = "a ServerHello of 16 MB")]
    [TestCase("1603030004" + "02010000", "a ServerHello is too long", Description = "a ServerHello of 64 KB")]
    [TestCase("1603030004" + "02004001", "a ServerHello is too long", Description = "a ServerHello of 16 KB and a byte")]
    [TestCase(
        "1603030026" + "02000022" + "0303" + Random, "a message is shorter than it says", Description = "a ServerHello that is cut short")]
    [TestCase(
        "160303004B" + "02000047" + "0303" + Random + "21" + Random + "00" + "C02F" + "00",
        "a session's id is too long",
        Description = "a session id above 32 bytes")]
    [TestCase(
        "160303002A" + "02000026" + "0303" + Random + "00" + "C02F" + "01",
        "the server compresses, unasked",
        Description = "compression")]
    [TestCase(
        "160303002D" + "02000029" + "0303" + Random + "00" + "C02F" + "00" + "000000",
        "a message is longer than it says",
        Description = "more than it says")]
    [TestCase(
        "160303002E" + "0200002A" + "0303" + Random + "00" + "C02F" + "00" + "00040000",
        "a message is shorter than it says",
        Description = "extensions that are cut short")]
    public async Task AnythingElse_IsNeither(string bytes, string why)
    {
        var answer = await ReadAsync(bytes);

        Assert.That((answer.Kind, answer.Shown), Is.EqualTo((AnswerKind.Unclear, $"the answer is not TLS: {why}")));
    }

    [TestCase("1603030001" + "02")]
    [TestCase("1603030004" + "02000001")]
    [TestCase("1603030004" + "02004000")]
    [TestCase("1603030001" + "02" + Warning)]
    public async Task Answer_ThatEndsTooEarly_IsNeither(string bytes)
    {
        var answer = await ReadAsync(bytes);

        Assert.That((answer.Kind, answer.Shown), Is.EqualTo((AnswerKind.Unclear, "the answer ends too early")));
    }

    // A warning that nobody knows the level of ends it too.
    [TestCase("1503030002" + "0070", "alert unrecognized_name", false)]
    [TestCase("1503030002" + "0370", "alert unrecognized_name", false)]
    [TestCase(FatalAlert, "alert protocol_version", true)]
    [TestCase("1503030002" + "02FF", "alert 255", false)]
    public async Task Alert_MayRefuseTheVersion(string bytes, string shown, bool isVersion)
    {
        var answer = await ReadAsync(bytes);

        Assert.That((answer.Kind, answer.Shown, answer.RefusesVersion), Is.EqualTo((AnswerKind.Refused, shown, isVersion)));
    }

    [Test]
    public async Task Compression_ThatWasOffered_IsAccepted()
    {
        await using var stream = Hex.Stream(Hex.Record(Hex.Hello(TlsVersion.Tls12, "C02F", "01")));

        var answer = await ServerAnswerReader.ReadAsync(stream, CancellationToken.None, mayCompress: true);

        Assert.That(
            (answer.Kind, answer.Shown, answer.Hello!.Compresses),
            Is.EqualTo((AnswerKind.Accepted, "TLS 1.2 with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", true)));
    }

    [Test]
    public async Task Connection_ThatBreaks_IsClosed()
    {
        await using var stream = new BreakingStream([]);

        Assert.That(await ServerAnswerReader.ReadAsync(stream, CancellationToken.None), Is.EqualTo(ServerAnswer.Closed));
    }

    [TestCase(15, AnswerKind.Accepted, "TLS 1.1 with TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")]
    [TestCase(16, AnswerKind.Unclear, "the answer has no end")]
    public async Task Answer_HasSoManyRecords(int warnings, AnswerKind kind, string shown)
    {
        var answer = await ReadAsync(string.Concat(Enumerable.Repeat(Warning, warnings)) + Hex.Record(OldHello));

        Assert.That((answer.Kind, answer.Shown), Is.EqualTo((kind, shown)));
    }

    [TestCase(1 << 14, ExpectedResult = AnswerKind.Accepted)]
    [TestCase((1 << 14) + 1, ExpectedResult = AnswerKind.Unclear)]
    public async Task<AnswerKind> Record_HasAtMost16KB(int length) =>
        (await ReadAsync(Hex.Record(OldHello + new string('0', 2 * (length - (OldHello.Length / 2)))))).Kind;

    [Test]
    public async Task Answer_CutAnywhere_IsNotAccepted()
    {
        var whole = Convert.FromHexString(Hex.Record(NewHello));
        for (var length = 1; length < whole.Length; length++)
            Assert.That((await ReadAsync(whole[..length])).Kind, Is.EqualTo(AnswerKind.Unclear), $"{length} bytes");
    }

    [Test]
    public async Task Answer_WithAnyByteChanged_NeverThrows()
    {
        var random = new Random(1);
        for (var turn = 0; turn < 20_000; turn++)
        {
            var bytes = Convert.FromHexString(Hex.Record(NewHello));
            for (var change = 0; change <= turn % 4; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.That((await ReadAsync(bytes)).Shown, Is.Not.Empty);
        }
    }

    [TestCase(Warning)]
    [TestCase("1603030001" + "02")]
    public async Task Answer_WithoutEnd_IsGivenUp(string record)
    {
        await using var endless = new EndlessStream(Convert.FromHexString(record));

        var answer = await ServerAnswerReader.ReadAsync(endless, CancellationToken.None);

        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Unclear));
        Assert.That(endless.BytesRead, Is.LessThan(1024));
    }

    private static Task<ServerAnswer> ReadAsync(string bytes) => ReadAsync(Convert.FromHexString(bytes));

    private static async Task<ServerAnswer> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await ServerAnswerReader.ReadAsync(stream, CancellationToken.None);
    }
}
