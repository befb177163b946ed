using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>What a visitor who types the name of a site may get, and what not.</summary>
internal sealed class FrontPageTests
{
    private const string Chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    [PlainCase(PlayedSite.Found)]
    [PlainCase("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + PlayedSite.Found)]
    [PlainCase("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n" + PlayedSite.Found)]
    [PlainCase("HTTP/1.1 200 OK\r\n\r\nuntil the end")]
    [PlainCase("HTTP/1.0 200 OK\nContent-Length: 2\n\nok")]
    [PlainCase(Chunked + "2;a=b\r\nok\r\nA\r\n0123456789\r\n0\r\nTrailer: a\r\n\r\n")]
    public async Task Page_ThatIsWhole_Passes(string answer) =>
        Assert.That(await FindAsync(_ => answer), Is.EqualTo(Finding.Pass("/: 200")));

    [PlainCase("HTTP/1.1 403 Forbidden\r\n\r\nno", "/: 403")]
    [PlainCase("HTTP/1.1 404 Not Found\r\n\r\nno", "/: 404")]
    [PlainCase("HTTP/1.1 401 Unauthorized\r\n\r\nno", "/: 401")]
    [PlainCase("HTTP/1.1 500 Broken\r\n\r\nno", "/: 500")]
    [PlainCase("HTTP/1.1 503 Busy\r\n\r\nno", "/: 503")]
    [PlainCase("HTTP/1.1 204 No Content\r\n\r\n", "/: 204")]
    [PlainCase("HTTP/1.1 206 Partial\r\n\r\na", "/: 206")]
    [PlainCase("HTTP/1.1 301 Moved\r\n\r\n", "/: 301")]
    [PlainCase("HTTP/1.1 304 Not Modified\r\n\r\n", "/: 304")]
    [PlainCase("HTTP/1.1 301 Moved\r\nLocation: http://localhost/\r\n\r\n", "/: 301 to http://localhost/, which is not HTTPS")]
    [PlainCase("HTTP/1.1 302 Found\r\nLocation: ftp://localhost/\r\n\r\n", "/: 302 to ftp://localhost/, which is not HTTPS")]
    [PlainCase("HTTP/1.1 302 Found\r\nLocation: https://\r\n\r\n", "/: 302 to https://, which is no URL")]
    [PlainCase("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", "/: redirected in a circle, to /")]
    [PlainCase("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "/: 200, and nothing in it")]
    [PlainCase("HTTP/1.1 200 OK\r\n\r\n", "/: 200, and nothing in it")]
    [PlainCase(Chunked + "0\r\n\r\n", "/: 200, and nothing in it")]
    [PlainCase("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", "/: 200, and the answer breaks off")]
    [PlainCase(Chunked + "A\r\nhalf", "/: 200, and the answer breaks off")]
    [PlainCase(Chunked + "2\r\nok\r\n", "/: 200, and the answer breaks off")]
    [PlainCase(Chunked, "/: 200, and the answer breaks off")]
    [PlainCase(Chunked + "2\r\nok", "/: 200, and the answer breaks off")]
    [PlainCase(Chunked + "2\r\nokay\r\n0\r\n\r\n", "/: 200, and the answer's chunks are malformed")]
    [PlainCase(Chunked + "-1\r\nok\r\n0\r\n\r\n", "/: 200, and the answer's chunks are malformed")]
    [PlainCase(Chunked + "zz\r\nok\r\n0\r\n\r\n", "/: 200, and the answer's chunks are malformed")]
    [PlainCase(Chunked + "FFFFFFFF\r\n", "/: 200, and the answer's chunks are malformed")]
    [PlainCase("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "/: 200, and the answer's Content-Length is no number")]
    [PlainCase("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "/: 200, and the answer is longer than 10 MiB")]
    [PlainCase("HTTP/1.1 103 Early Hints\r\n\r\n", "/: only an interim answer comes")]
    [PlainCase("HTTP/1.1 200 OK\r\nContent-", "/: the answer ends in its head")]
    [PlainCase("", "/: the connection is closed without an answer")]
    [PlainCase("<html>", "/: the answer ends in its head")]
    public async Task Page_ThatIsNone_Fails(string answer, string seen) =>
        Assert.That(await FindAsync(_ => answer), Is.EqualTo(Finding.Fail(seen)));

    [Test]
    public async Task Redirects_WithinHttps_AreFollowed_HoweverTheyAreWritten()
    {
        var finding = await FindAsync(request => Target(request) switch
        {
            "/" => To("/a?b#c"),
            "/a?b" => To("c/d", 308),
            "/c/d" => To("//localhost:@PORT@/e", 303),
            "/e" => PlayedSite.Found,
            _ => "HTTP/1.1 404 Not Found\r\n\r\n",
        });

        Assert.That(finding, Is.EqualTo(Finding.Pass("/ to /a?b to /c/d to /e: 200")));
    }

    [Test]
    public async Task Redirects_InALongerCircle_Fail()
    {
        var finding = await FindAsync(request => Target(request) switch { "/" => To("/a"), "/a" => To("/b"), _ => To("/a") });

        Assert.That(finding, Is.EqualTo(Finding.Fail("/ to /a to /b: redirected in a circle, to /a")));
    }

    [Test]
    public async Task Redirects_WithoutEnd_Fail()
    {
        var finding = await FindAsync(request => To($"{Target(request)}a"));

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.EndWith(": more than 20 redirects"));
    }

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    public async Task Redirect_ToAnotherHostOrPort_IsSaid_AndNotFollowed(string host)
    {
        var visits = 0;
        await using var other = PlayedSite.Answering(_ =>
        {
            Interlocked.Increment(ref visits);
            return PlayedSite.Found;
        });
        var there = $"https://{host}:{other.Site.Url.Port}/there";
        await using var site = PlayedSite.Answering(_ => To(there));

        var finding = await FindAsync(site.Site with { ConnectTo = null, Trusted = other.Site.Trusted });

        Assert.That(
            finding,
            Is.EqualTo(Finding.NotChecked($"/: redirected to {there}, which is not this site and not asked: verify it by its own name")));
        Assert.That(visits, Is.Zero);
    }

    [PlainCase("HTTP/1.1 401 Unauthorized\r\n\r\n", 401, ExpectedResult = Outcome.Pass)]
    [PlainCase("HTTP/1.1 301 Moved\r\nLocation: http://a/\r\n\r\n", 301, ExpectedResult = Outcome.Pass)]
    [PlainCase(PlayedSite.Found, 401, ExpectedResult = Outcome.Fail)]
    public async Task<Outcome> Status_ThatIsStated_IsWanted(string answer, int status)
    {
        await using var site = PlayedSite.Answering(_ => answer);

        return (await FindAsync(site.Site with { FrontStatus = status })).Outcome;
    }

    [PlainCase("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "a")]
    [PlainCase("HTTP/1.1 200 OK\r\n\r\n", "a")]
    [PlainCase(Chunked, "1\r\na\r\n")]
    [PlainCase("HTTP/1.1 200 OK\r\n", "A: b\r\n")]
    [PlainCase("", "HTTP/1.1 100 Continue\r\n\r\n")]
    public async Task Page_ThatDrips_Fails_WhenItsTimeIsOver(string begin, string drop)
    {
        var time = new FakeTimeProvider();
        await using var site = PlayedSite.Playing(async (_, stream) =>
        {
            await PlayedSite.WriteAsync(stream, begin);
            while (true)
            {
                // Each is well in time, for who counts from the last one.
                await PlayedSite.WriteAsync(stream, drop);
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(1);
            }
        });

        var finding = await FindAsync(site.Site with { Time = time });

        Assert.That(finding, Is.EqualTo(Finding.Fail("/: not there, whole, within 10 s")));
    }

    [Test]
    public async Task Page_ThatHasNoEnd_Fails_ByItsSize()
    {
        await using var site = PlayedSite.Playing(async (_, stream) =>
        {
            await PlayedSite.WriteAsync(stream, "HTTP/1.1 200 OK\r\n\r\n");
            while (true)
                await PlayedSite.WriteAsync(stream, new string('a', 1024 * 1024));
        });

        Assert.That(await FindAsync(site.Site), Is.EqualTo(Finding.Fail("/: 200, and the answer is longer than 10 MiB")));
    }

    private static string To(string location, int status = 302) => $"HTTP/1.1 {status} Elsewhere\r\nLocation: {location}\r\n\r\n";

    private static string Target(string request) => request.Split(' ')[1];

    private static async Task<Finding> FindAsync(Func<string, string> answer)
    {
        var port = 0;
        await using var site = PlayedSite.Answering(request => answer(request).Replace("@PORT@", $"{port}", StringComparison.Ordinal));
        port = site.Site.Url.Port;
        return await FindAsync(site.Site);
    }

    private static Task<Finding> FindAsync(LiveSite site) => new FrontPageCheck().RunAsync(site, CancellationToken.None);
}
