using System.Text;
using Infra.Cli.Live.Http;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Http;

/// <summary>Whole answers with their bodies: what came of one, and whether that is all of it.</summary>
internal sealed class HttpPageTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Chunked = Ok + "Transfer-Encoding: chunked\r\n\r\n";
    private const string BrokenOff = "the answer breaks off";
    private const string Malformed = "the answer's chunks are malformed";
    private const string TooLong = "the answer is longer than 10 MiB";

    [PlainCase(Ok + "\r\nto the end", 200, "to the end")]
    [PlainCase(Ok + "\r\n", 200, "")]
    [PlainCase(Ok + "Content-Length: 2\r\n\r\nokay", 200, "ok")]
    [PlainCase(Ok + "Content-Length: 0\r\n\r\nrest", 200, "")]
    [PlainCase("HTTP/1.1 204 No Content\r\n\r\nrest", 204, "")]
    [PlainCase("HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\nrest", 304, "")]
    [PlainCase("HTTP/1.1 205 Reset Content\r\n\r\nrest", 205, "rest")]
    [PlainCase(Chunked + "2\r\nok\r\n0\r\n\r\nrest", 200, "ok")]
    [PlainCase(Chunked + "2\nok\n0\n\n", 200, "ok")]
    [PlainCase(Chunked + "2;a=b\r\nok\r\n 0A \r\n0123456789\r\n0\r\nTrailer: a\r\n\r\n", 200, "ok0123456789")]
    [PlainCase(Chunked + "0\r\n\r\n", 200, "")]
    [PlainCase(Ok + "Transfer-Encoding: gzip, CHUNKED\r\nContent-Length: 1\r\n\r\n2\r\nok\r\n0\r\n\r\n", 200, "ok")]
    [PlainCase(Ok + "Transfer-Encoding: gzip\r\nContent-Length: 1\r\n\r\n2\r\nok", 200, "2\r\nok")]
    [PlainCase("HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + Ok + "\r\nok", 200, "ok")]
    [PlainCase("HTTP/1.1 101 Switching Protocols\r\n\r\nraw", 101, "raw")]
    [PlainCase("HTTP/1.0 200 OK\nContent-Length: 2\n\nokay", 200, "ok")]
    [PlainCase("HTTP/1.1 200 OK\n\none\n\r\ntwo", 200, "one\n\r\ntwo")]
    [PlainCase(Ok + "\r\none\n\ntwo", 200, "one\n\ntwo")]
    public async Task Page_ThatIsWhole_HasItsBody(string answer, int status, string body) =>
        Assert.That(await ReadAsync(answer), Is.EqualTo(((int?)status, body, (string?)null)));

    [PlainCase(Ok + "Content-Length: 4\r\n\r\nok", "ok", BrokenOff)]
    [PlainCase(Ok + "Content-Length: +2\r\n\r\nok", "", "the answer's Content-Length is no number")]
    [PlainCase(Ok + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nok", "", "the answer's Content-Length is no number")]
    [PlainCase(Ok + "Content-Length: 99999999999\r\n\r\nok", "", TooLong)]
    [PlainCase(Chunked, "", BrokenOff)]
    [PlainCase(Chunked + "2", "", BrokenOff)]
    [PlainCase(Chunked + "A\r\nhalf", "half", BrokenOff)]
    [PlainCase(Chunked + "2\r\nok", "ok", BrokenOff)]
    [PlainCase(Chunked + "2\r\nok\r\n", "ok", BrokenOff)]
    [PlainCase(Chunked + "2\r\nok\r\n0\r\n", "ok", BrokenOff)]
    [PlainCase(Chunked + "0\r\nTrailer: a\r\n", "", BrokenOff)]
    [PlainCase(Chunked + "2\r\nokay\r\n0\r\n\r\n", "ok", Malformed)]
    [PlainCase(Chunked + "-1\r\nok\r\n0\r\n\r\n", "", Malformed)]
    [PlainCase(Chunked + "zz\r\nok\r\n0\r\n\r\n", "", Malformed)]
    [PlainCase(Chunked + "\r\n0\r\n\r\n", "", Malformed)]
    [PlainCase(Chunked + "FFFFFFFF\r\n\r\n0\r\n\r\n", "", Malformed)]
    [PlainCase(Chunked + "2\r\nok\r\n7FFFFFFF\r\nmore", "ok", TooLong)]
    public async Task Page_ThatIsNotWhole_SaysWhy_AndHasWhatCame(string answer, string body, string fault) =>
        Assert.That(await ReadAsync(answer), Is.EqualTo(((int?)200, body, fault)));

    [PlainCase("", "the connection is closed without an answer")]
    [PlainCase("HTTP/1.1 103 Early Hints\r\n\r\n", "only an interim answer comes")]
    [PlainCase("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 2", "the answer ends in its head")]
    [PlainCase("<html>", "the answer ends in its head")]
    [PlainCase("\n\n", "the answer is not HTTP")]
    [PlainCase("\n\r\n", "the answer is not HTTP")]
    [PlainCase("SSH-2.0-OpenSSH_9.9\r\n\r\nrest", "the answer is not HTTP")]
    public async Task Page_WithoutAHead_IsSilence(string answer, string silence) =>
        Assert.That(await ReadAsync(answer), Is.EqualTo(((int?)null, "", silence)));

    [TestCase(0, HttpBodyReader.Longest, null)]
    [TestCase(1, HttpBodyReader.Longest + 1, TooLong)]
    public async Task Body_ThatEndsWithTheConnection_HasALongestSize(int beyond, int came, string? fault) =>
        Assert.That(await SizeAsync($"{Ok}\r\n{A(HttpBodyReader.Longest + beyond)}"), Is.EqualTo((came, fault)));

    [TestCase(0, HttpBodyReader.Longest, null)]
    [TestCase(1, 0, TooLong)]
    public async Task Body_WithALength_HasALongestSize(int beyond, int came, string? fault) =>
        Assert.That(
            await SizeAsync($"{Ok}Content-Length: {HttpBodyReader.Longest + beyond}\r\n\r\n{A(HttpBodyReader.Longest + beyond)}"),
            Is.EqualTo((came, fault)));

    [PlainCase("", null)]
    [PlainCase("1\r\na\r\n", TooLong)]
    public async Task Body_InChunks_HasALongestSize(string more, string? fault) =>
        Assert.That(
            await SizeAsync($"{Chunked}2\r\nok\r\n9FFFFE\r\n{A(HttpBodyReader.Longest - 2)}\r\n{more}0\r\n\r\n"),
            Is.EqualTo((HttpBodyReader.Longest, fault)));

    // The end of a line counts but for its last character.
    [TestCase(0, "ok", null)]
    [TestCase(1, "", Malformed)]
    public async Task Line_OfAChunk_HasALongestSize(int beyond, string body, string? fault) =>
        Assert.That(
            await ReadAsync($"{Chunked}2;{A(HttpBodyReader.LongestLine - 3 + beyond)}\r\nok\r\n0\r\n\r\n"),
            Is.EqualTo(((int?)200, body, fault)));

    [TestCase(0, null)]
    [TestCase(1, Malformed)]
    public async Task Trailer_HasSoManyLines(int beyond, string? fault)
    {
        var lines = string.Concat(Enumerable.Repeat("a: b\r\n", HttpBodyReader.MostTrailers + beyond));

        Assert.That(await ReadAsync($"{Chunked}2\r\nok\r\n0\r\n{lines}\r\n"), Is.EqualTo(((int?)200, "ok", fault)));
    }

    [Test]
    public async Task Connection_ThatBreaksInTheBody_LeavesWhatCame()
    {
        await using var stream = new BreakingStream(Encoding.Latin1.GetBytes($"{Ok}\r\nhalf"));

        var page = await HttpReplyReader.ReadPageAsync(stream, CancellationToken.None);

        Assert.That((page.Head.Status, page.Body, page.Fault), Is.EqualTo(((int?)200, "half", BrokenOff)));
    }

    [Test]
    public async Task Connection_ThatBreaksInTheHead_LeavesNothing()
    {
        await using var stream = new BreakingStream(Encoding.Latin1.GetBytes(Ok));

        await Assert.ThatAsync(() => HttpReplyReader.ReadPageAsync(stream, CancellationToken.None), Throws.InstanceOf<IOException>());
    }

    private static string A(int count) => new('a', count);

    private static async Task<(int Came, string? Fault)> SizeAsync(string answer)
    {
        var (_, body, fault) = await ReadAsync(answer);
        return (body.Length, fault);
    }

    private static async Task<(int? Status, string Body, string? Fault)> ReadAsync(string answer)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(answer));
        var page = await HttpReplyReader.ReadPageAsync(stream, CancellationToken.None);
        return (page.Head.Status, page.Body, page.Fault);
    }
}
