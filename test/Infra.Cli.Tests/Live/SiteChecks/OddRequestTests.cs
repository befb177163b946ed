using System.Collections.Concurrent;
using System.Net.Security;
using System.Text;
using Infra.Cli.Live.SiteChecks;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static Infra.Cli.Tests.Live.SiteChecks.Found;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Requests that no browser sends, as they are sent; and what may come back.</summary>
internal sealed class OddRequestTests
{
    private const string Marker = "infra-verify-trace";
    private const string Closed = "the connection is closed without an answer";

    [Test]
    public async Task OddRequests_AreSentAsWritten()
    {
        var asked = new List<string>();
        await using var site = PlayedSite.Answering(request =>
        {
            asked.Add(request);
            return PlayedSite.Refused;
        });

        foreach (var check in OddRequestCheck.All)
            Assert.That(await ByAsync(check, site.Site), Is.EqualTo("Pass: 405"));

        const string Rest = "User-Agent: infra-verify\r\nAccept: */*\r\nConnection: close\r\n";
        var host = $"localhost:{site.Site.Url.Port}";
        Assert.That(asked, Is.EqualTo(
        [
            "GET / HTTP/1.1\r\nthis is no header field\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: {host}\r\n{Rest}X-Oversized: {new string('a', 80 * 1024)}\r\n\r\n",
            $"BREW / HTTP/1.1\r\nHost: {host}\r\n{Rest}\r\n",
            $"GET / HTTP/1.1\r\nHost: unknown.invalid\r\n{Rest}\r\n",
        ]));
        Assert.That(OddRequestCheck.All.Select(check => check.Claim.Text), Is.EqualTo(
        [
            "a malformed request is answered or cut off, and not with a 5xx",
            "an oversized header field is answered or cut off, and not with a 5xx",
            "an unknown method is answered or cut off, and not with a 5xx",
            "an unknown host is answered or cut off, and not with a 5xx",
        ]));
    }

    [TestCase(200, "Pass")]
    [TestCase(499, "Pass")]
    [TestCase(500, "Fail")]
    [TestCase(501, "Fail")]
    [TestCase(599, "Fail")]
    public async Task OddRequest_IsNotAnsweredWith5xx(int status, string outcome) =>
        Assert.That(await ByAsync(OddRequestCheck.All[2], _ => Answer(status)), Is.EqualTo($"{outcome}: {status}"));

    [Test]
    public async Task Trace_IsSentTwice_ToTwoPages()
    {
        var asked = new List<string>();
        await using var site = PlayedSite.Answering(request =>
        {
            asked.Add(request);
            return asked.Count < 3 ? PlayedSite.Refused : Answer(403);
        });

        Assert.That(await ByAsync(new TraceCheck(), site.Site), Is.EqualTo("Pass: 405, 403"));
        var each =
            from target in new[] { "/", "/there-is-no-such-page" }
            from more in new[] { "", "Max-Forwards: 0\r\n" }
            select $"TRACE {target} HTTP/1.1\r\nHost: localhost:{site.Site.Url.Port}\r\nUser-Agent: infra-verify\r\nAccept: */*\r\n"
                + $"Connection: close\r\nX-Echo: {Marker}\r\n{more}\r\n";
        Assert.That(asked, Is.EqualTo(each));
    }

    // However little of an answer it is.
    [PlainCase($"HTTP/1.1 405 No\r\nX-Seen: {Marker}\r\n\r\n")]
    [PlainCase($"HTTP/1.1 405 No\r\nX-Seen: X-Echo=INFRA-VERIFY-TRACE; a\r\n\r\n")]
    [PlainCase($"HTTP/1.1 405 No\r\nA: b\r\nX-Seen: c\r\nX-Seen: d, {Marker}\r\n\r\n")]
    [PlainCase($"HTTP/1.1 405 No\r\n\r\n<p>{Marker}</p>")]
    public async Task Trace_WhoseFieldsComeBack_Fails(string answer) =>
        Assert.That(await ByAsync(new TraceCheck(), _ => answer), Is.EqualTo("Fail: TRACE /: 405, with what was sent"));

    [TestCase(200, "Fail: TRACE /: 200")]
    [TestCase(300, "Pass: 300")]
    [TestCase(399, "Pass: 399")]
    [TestCase(400, "Pass: 400")]
    [TestCase(499, "Pass: 499")]
    [TestCase(500, "Fail: TRACE /: 500")]
    [TestCase(501, "Pass: 501")]
    [TestCase(502, "Fail: TRACE /: 502")]
    public async Task Trace_IsRefused_OrRedirected(int status, string seen) =>
        Assert.That(await ByAsync(new TraceCheck(), _ => Answer(status)), Is.EqualTo(seen));

    [Test]
    public async Task Injection_ThatHangsTheServer_CouldNotBeChecked([Values] bool isPlain)
    {
        var time = new FakeTimeProvider();
        await using var hanging = PlayedSite.Playing(
            (_, stream) =>
            {
                if (isPlain)
                    return PlayedSite.WriteAsync(stream, PlayedSite.Found);
                time.Advance(TimeSpan.FromSeconds(10));
                return Task.Delay(Timeout.Infinite);
            },
            _ => "HTTP/1.1 ");

        var seen = await ByAsync(new InjectionCheck(), hanging.Site with { Time = time });

        Assert.That(
            seen,
            Is.EqualTo(isPlain
                ? "NotChecked: GET /%0d%0aX-Infra-Injected:%20yes over plain HTTP: the answer ends in its head"
                : "NotChecked: GET /%0d%0aX-Infra-Injected:%20yes: no answer within 10 s"));
    }

    [Test]
    public async Task Injection_WherePlainHttpIsNotThere_IsHttpssAlone()
    {
        using var port = new DeadPort();
        await using var site = PlayedSite.Answering(_ => PlayedSite.Found);

        Assert.That(
            await ByAsync(new InjectionCheck(), site.Site with { HttpPort = port.Number }),
            Is.EqualTo("Pass: none, by 45 requests to each of both"));
    }

    [TestCase(200, "Pass: /: 200")]
    [TestCase(499, "Pass: /: 499")]
    [TestCase(500, "Fail: /: 500")]
    [TestCase(503, "Fail: /: 503")]
    public async Task SlowConnections_AreTwenty_WithHalfARequestEach(int status, string seen)
    {
        var halves = new ConcurrentQueue<string>();
        var all = new TaskCompletionSource();
        await using var server = RawTlsServer.Start(async tls =>
        {
            var request = await ReadAsync(tls);
            if (request.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                // Only once the others wait.
                await all.Task;
                await tls.WriteAsync(Encoding.ASCII.GetBytes(Answer(status)));
                return;
            }

            halves.Enqueue(request);
            if (halves.Count == 20)
                all.TrySetResult();
            await Task.Delay(Timeout.Infinite);
        });

        Assert.That(await ByAsync(new SlowConnectionsCheck(), RawTlsServer.SiteOf(server)), Is.EqualTo(seen));
        Assert.That(halves, Is.EqualTo(Enumerable.Repeat("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", 20)));
    }

    [Test]
    public async Task SlowConnections_ToASiteThatIsClosedAnyway_StopNobody()
    {
        using var port = new DeadPort();

        Assert.That(
            await ByAsync(new SlowConnectionsCheck(), new(new(port.Url))),
            Is.EqualTo($"NotChecked: 127.0.0.1, port {port.Number}: connection refused"));
    }

    [Test]
    public async Task Answer_ThatIsNone_IsShown()
    {
        Assert.That(await ByAsync(OddRequestCheck.All[0], _ => ""), Is.EqualTo($"Pass: {Closed}"));
        Assert.That(await ByAsync(new HealthPathCheck(), _ => ""), Is.EqualTo($"Fail: /health: {Closed}"));
    }

    private static async Task<string> ReadAsync(SslStream tls)
    {
        var bytes = new byte[16 * 1024];
        return Encoding.ASCII.GetString(bytes, 0, await tls.ReadAsync(bytes));
    }
}
