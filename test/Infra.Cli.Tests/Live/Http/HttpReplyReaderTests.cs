using System.Text;
using Infra.Cli.Live.Http;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Http;

internal sealed class HttpReplyReaderTests
{
    [Test]
    public async Task Head_IsStatusAndFields_WhateverTheirCase()
    {
        var reply = await ReadAsync("HTTP/1.1 301 Moved Permanently\r\nLOCATION:  https://a/ \r\nX: 1\r\nno colon\r\nX: 2\r\n\r\nbody");

        Assert.That(
            (reply.Status, reply.Header("Location"), reply.Header("x"), reply.Header("y")),
            Is.EqualTo((301, "https://a/", "1, 2", (string?)null)));
    }

    [PlainCase("HTTP/1.1 200 OK\r\n\r\n", "200")]
    [PlainCase("HTTP/1.0 404\r\nLocation: /a\r\n\r\n", "404 to /a")]
    [TestCase("", "the connection is closed without an answer")]
    [PlainCase("HTTP/1.1 200 OK\r\nA: b", "the answer ends in its head")]
    [PlainCase("HTTP/1.1 999 Odd\r\n\r\n", "the answer is not HTTP")]
    [PlainCase("HTTP/1.1 20\r\n\r\n", "the answer is not HTTP")]
    [PlainCase("SSH-2.0-OpenSSH_9.9\r\n\r\n", "the answer is not HTTP")]
    [PlainCase("HTTP/1.1 301 M\r\nLocation: \e[31mred\a\r\n\r\n", @"301 to \u001b[31mred\u0007")]
    public async Task Answer_IsShown_ForAReport(string answer, string shown) =>
        Assert.That((await ReadAsync(answer)).Shown, Is.EqualTo(shown));

    [Test]
    public async Task Head_WithoutEnd_IsGivenUp()
    {
        await using var endless = new EndlessStream("HTTP/1.1 200 OK\r\n"u8.ToArray());

        var reply = await HttpReplyReader.ReadAsync(endless, CancellationToken.None);

        Assert.That((reply.Shown, reply.IsClosed), Is.EqualTo(("the answer's head has no end", false)));
        Assert.That(endless.BytesRead, Is.EqualTo(64 * 1024));
    }

    // A head of the other kind of line ends stands in the body.
    [Test]
    public async Task Page_ThatComesInPieces_IsReadAsAWhole([Range(1, 34)] int first, [Values] bool isBare)
    {
        var (head, body) = isBare ? ("HTTP/1.1 200 OK\nA: b\n\n", "one\n\r\ntwo") : ("HTTP/1.1 200 OK\r\nA: b\r\n\r\n", "one\n\ntwo");
        await using var stream = new TwoPieces(Encoding.ASCII.GetBytes(head + body), first);

        var page = await HttpReplyReader.ReadPageAsync(stream, CancellationToken.None);

        Assert.That((page.Head.Shown, page.Head.Header("A"), page.Body, page.Fault), Is.EqualTo(("200", "b", body, (string?)null)));
    }

    [Test]
    public async Task Head_OfTwoLongPieces_IsRead()
    {
        var value = new string('a', 60_000);
        await using var stream = new TwoPieces(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nA: {value}\r\n\r\n"), 40_000);

        Assert.That((await HttpReplyReader.ReadAsync(stream, CancellationToken.None)).Header("A"), Is.EqualTo(value));
    }

    private static async Task<HttpReply> ReadAsync(string answer)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(answer));
        return await HttpReplyReader.ReadAsync(stream, CancellationToken.None);
    }

    private sealed class TwoPieces(byte[] bytes, int first) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Position < first ? buffer[..Math.Min(buffer.Length, first)] : buffer, cancellationToken);
    }
}
