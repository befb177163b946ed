using Infra.Cli.Live;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.LoadBalancing;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static Infra.Cli.Tests.Live.SiteChecks.Found;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Claims about every answer: the front page, its redirects, a missing page and plain HTTP.</summary>
internal sealed class AskedPagesTests
{
    private const string Missing = "/there-is-no-such-page";
    private const string Silence = "the connection is closed without an answer";
    private const string Versioned = "Server: nginx/1.22.1";

    private static readonly DeclaredAnswers Declared =
        new(301, new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }, ["Server", "X-C"]);

    [PlainCase("A: 1\r\nB: 2", "Pass: A, B")]
    [PlainCase("a: 1\r\nD: 3\r\nb: 2", "Pass: A, B")]
    [PlainCase("A: 1", "Fail: /: B is missing")]
    [PlainCase("B: 2", "Fail: /: A is missing")]
    [PlainCase("D: 3", "Fail: /: A is missing")]
    [PlainCase("A: 1\r\nB: 1\e", @"Fail: /: B is 1\u001b, not 2")]
    [PlainCase("A: 1\r\nA: 1\r\nB: 2", "Fail: /: A is 1, 1, not 1")]
    [PlainCase("A: 1\r\nB: 2\r\nServer: x", "Fail: /: Server is x, and declared to be hidden")]
    [PlainCase("A: 1\r\nB: 2\r\nx-c: y", "Fail: /: X-C is y, and declared to be hidden")]
    public async Task Fields_ThatAStackDeclares_AreThoseAlone(string fields, string seen)
    {
        await using var site = PlayedSite.Answering(_ => Answer(200, fields));

        Assert.That(await ByAsync(new ResponseHeadersCheck(), site.Site with { Declared = Declared }), Is.EqualTo(seen));
    }

    [TestCase("/", "Fail: /: B is missing")]
    [TestCase("/a", "Fail: /a: B is missing")]
    [TestCase(Missing, $"Fail: {Missing}: B is missing")]
    [TestCase("/other", "Pass: A, B")]
    public async Task Fields_OfEachAnswer_Count(string target, string seen)
    {
        await using var site = PlayedSite.Answering(request => Answer(
            Target(request) == "/" ? 302 : 200, $"A: 1{(Target(request) == target ? "" : "\r\nB: 2")}\r\nLocation: /a"));

        Assert.That(await ByAsync(new ResponseHeadersCheck(), site.Site with { Declared = Declared }), Is.EqualTo(seen));
    }

    // Of a redirect browsers show nothing, so there is nothing to sniff, frame or run.
    [TestCase(299, false)]
    [TestCase(300, true)]
    [TestCase(308, true)]
    [TestCase(399, true)]
    [TestCase(400, false)]
    public async Task Fields_OfAnySite_AreFewerOnARedirect(int status, bool isEnough) => Assert.That(
        await ByAsync(new ResponseHeadersCheck(), _ => Answer(status, "Strict-Transport-Security: max-age=31536000")),
        Is.EqualTo(isEnough
            ? $"Pass: {string.Join(", ", new ResponseHeaders().Fields.Keys)}"
            : "Fail: /: X-Content-Type-Options is missing"));

    [Test]
    public async Task Redirect_OfAnySite_HasHstsAllTheSame() => Assert.That(
        await ByAsync(new ResponseHeadersCheck(), _ => Answer(301)), Does.StartWith("Fail: /: Strict-Transport-Security "));

    [Test]
    public async Task Silence_OverHttps_Fails_AndOverPlainHttp_IsAnotherClaims()
    {
        Assert.That(await ByAsync(new ServerVersionCheck(), _ => ""), Is.EqualTo($"Fail: /: {Silence}"));
        Assert.That(
            await ByAsync(new ServerVersionCheck(), request => Target(request) == Missing ? "" : PlayedSite.Found),
            Is.EqualTo($"Fail: {Missing}: {Silence}"));
        Assert.That(await ByAsync(new ServerVersionCheck(), _ => PlayedSite.Found, _ => ""), Is.EqualTo("Pass: none"));
    }

    // An answer that has not come lacks every field; that is not what is wrong with it.
    [Test]
    public async Task Silence_IsNoMissingField() => Assert.That(
        await ByAsync(new ResponseHeadersCheck(), _ => ""), Is.EqualTo($"Fail: /: {Silence}"));

    [Test]
    public async Task Fields_AreThere_BeforeThePageIs()
    {
        await using var site = PlayedSite.Playing(async (_, stream) =>
        {
            await PlayedSite.WriteAsync(stream, "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Length: 9\r\n\r\n");
            await Task.Delay(TestLimit.Wait);
        });

        Assert.That(
            await ByAsync(new ServerVersionCheck(), site.Site with { Time = new FakeTimeProvider() }).InTimeAsync(),
            Is.EqualTo("Fail: /: Server is nginx/1.22.1"));
    }

    [Test]
    public async Task PlainHttp_IsAsked_WhereItIs([Values("/", Missing)] string target)
    {
        var asked = new List<string>();
        await using var site = PlayedSite.Answering(_ => PlayedSite.Found, request =>
        {
            asked.Add(request);
            return Target(request) == target ? Answer(301, Versioned) : Answer(301);
        });
        using var port = new DeadPort();

        Assert.That(await ByAsync(new ServerVersionCheck(), site.Site), Is.EqualTo($"Fail: http {target}: Server is nginx/1.22.1"));
        Assert.That(asked[0], Does.StartWith($"GET / HTTP/1.1\r\nHost: localhost:{site.Site.HttpPort}\r\n"));
        asked.Clear();
        Assert.That(await ByAsync(new ServerVersionCheck(), site.Site with { HttpPort = null }), Is.EqualTo("Pass: none"));
        Assert.That(await ByAsync(new ServerVersionCheck(), site.Site with { HttpPort = port.Number }), Is.EqualTo("Pass: none"));
        Assert.That(asked, Is.Empty);
    }

    [PlainCase("Server: a\r\nX-Powered-By: PHP/8.3.1", "Fail: /: X-Powered-By is PHP/8.3.1")]
    [PlainCase("Via: 1.1 a\r\nVia: 1.1 b (squid/4.10)", "Fail: /: Via is 1.1 b (squid/4.10)")]
    [PlainCase("Server: nginx/1.22.1\e", @"Fail: /: Server is nginx/1.22.1\u001b")]
    [PlainCase("Server: awselb/2.0", "Pass: none")]
    public async Task Version_InAnyFieldAndValue_IsShown(string fields, string seen) =>
        Assert.That(await ByAsync(new ServerVersionCheck(), _ => Answer(200, fields)), Is.EqualTo(seen));

    [PlainCase("A: b", "Pass: none set")]
    [PlainCase("Set-Cookie: a=1; Secure\r\nSet-Cookie: b=2; Secure", "Pass: Secure: a, b")]
    [PlainCase("Set-Cookie: a=1; Secure\r\nSet-Cookie: gone=; Max-Age=0", "Pass: Secure: a")]
    [PlainCase("Set-Cookie: a\e=1; Secure", @"Pass: Secure: a\u001b")]
    [PlainCase("Set-Cookie: a\e=1", @"Fail: /: the cookie a\u001b is not Secure")]
    public async Task Cookies_AreNamedOnce(string fields, string seen) =>
        Assert.That(await ByAsync(new CookieCheck(), _ => Answer(200, fields), _ => Answer(301, fields)), Is.EqualTo(seen));

    [Test]
    public async Task Cookie_OfAMissingPageOverPlainHttp_IsSeen() => Assert.That(
        await ByAsync(
            new CookieCheck(), _ => PlayedSite.Found, request => Target(request) == Missing ? Answer(404, "Set-Cookie: a=1") : Answer(301)),
        Is.EqualTo($"Fail: http {Missing}: the cookie a is not Secure"));
}
