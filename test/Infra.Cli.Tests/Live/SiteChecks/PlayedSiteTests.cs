using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Faults of sites in their answers' heads, and what looks like one and is none.</summary>
internal sealed class PlayedSiteTests
{
    private const string Secret = "id=1; HttpOnly; SameSite=Lax";
    private const string Past = "Thu, 01-Jan-1970 00:00:00 GMT";
    private const string IsOpen = "Fail: /: the cookie id is not Secure";

    [PlainCase(200, "Set-Cookie: id=1; Path=/; secure", ExpectedResult = "Pass: Secure: id")]
    [PlainCase(200, $"Set-Cookie: id=; Max-Age=0\r\nSet-Cookie: b=; Expires={Past}", ExpectedResult = "Pass: none set")]
    [PlainCase(200, $"Set-Cookie: {Secret}", ExpectedResult = IsOpen)]
    [PlainCase(200, $"Set-Cookie: a=b; Secure\r\nset-cookie: {Secret}", ExpectedResult = IsOpen)]
    [PlainCase(200, "Set-Cookie: id=secure; Path=/Secure", ExpectedResult = IsOpen)]
    [PlainCase(200, $"Set-Cookie: id=1; Max-Age=60; Expires={Past}", ExpectedResult = IsOpen)]
    [PlainCase(302, $"Location: /a\r\nSet-Cookie: {Secret}", ExpectedResult = IsOpen)]
    public async Task<string> Cookie_OfTheFrontPage(int status, string fields)
    {
        await using var site = PlayedSite.Answering(request =>
            request.StartsWith("GET / ", StringComparison.Ordinal) ? Answer(status, fields) : PlayedSite.Found);

        return await FindAsync(new CookieCheck(), site.Site);
    }

    [Test]
    public async Task Cookie_OfAnErrorPage_OrAnotherRedirect_OrPlainHttp_IsSeen()
    {
        var cookie = Answer(404, $"Set-Cookie: {Secret}");
        await using var page = PlayedSite.Answering(request =>
            Target(request) switch { "/" => Answer(301, "Location: /a"), "/a" => cookie, _ => PlayedSite.Found });
        await using var error = PlayedSite.Answering(request => Target(request) == "/" ? PlayedSite.Found : cookie);
        await using var plain = PlayedSite.Answering(_ => PlayedSite.Found, _ => cookie);

        Assert.That(
            (await FindAsync(new CookieCheck(), page.Site),
                await FindAsync(new CookieCheck(), error.Site),
                await FindAsync(new CookieCheck(), plain.Site)),
            Is.EqualTo((
                "Fail: /a: the cookie id is not Secure",
                "Fail: /there-is-no-such-page: the cookie id is not Secure",
                "Fail: http /: the cookie id is not Secure")));
    }

    [PlainCase("Server: h2o", "", ExpectedResult = "Pass: none")]
    [PlainCase("X-AspNet-Version: 4.0.30319", "", ExpectedResult = "Fail: /: X-AspNet-Version is 4.0.30319")]
    [PlainCase("Via: 1.1 a\r\nVia: 1.1 b (squid/4.10)", "", ExpectedResult = "Fail: /: Via is 1.1 b (squid/4.10)")]
    [PlainCase("Server: nginx", "Server: nginx/1.22.1", ExpectedResult = "Fail: http /: Server is nginx/1.22.1")]
    public async Task<string> Version_InAnyField(string secure, string plain)
    {
        await using var site = PlayedSite.Answering(_ => Answer(200, secure), _ => Answer(301, plain));

        return await FindAsync(new ServerVersionCheck(), site.Site);
    }

    [PlainCase(PlayedSite.Refused, ExpectedResult = "Pass: 405")]
    [PlainCase("HTTP/1.1 501 Not Implemented\r\n\r\n", ExpectedResult = "Pass: 501")]
    [PlainCase("", ExpectedResult = "Pass: the connection is closed without an answer")]
    [PlainCase(PlayedSite.Found, ExpectedResult = "Fail: TRACE /: 200")]
    [PlainCase("HTTP/1.1 500 Broken\r\n\r\n", ExpectedResult = "Fail: TRACE /: 500")]
    [PlainCase("HTTP/1.1 405 No\r\n\r\nX-ECHO: INFRA-VERIFY-TRACE", ExpectedResult = "Fail: TRACE /: 405, with what was sent")]
    [PlainCase("HTTP/1.1 403 No\r\nX-Echo: infra-verify-trace\r\n\r\n", ExpectedResult = "Fail: TRACE /: 403, with what was sent")]
    public async Task<string> Trace_IsRefused(string answer)
    {
        await using var site = PlayedSite.Answering(_ => answer);

        return await FindAsync(new TraceCheck(), site.Site);
    }

    [PlainCase("%0d%0a", "\r\n")]
    [PlainCase("%0D%0A", "\r\n")]
    [PlainCase("%0a", "\n")]
    [PlainCase("%0d", "\r")]
    [PlainCase("%250d%250a", "\r\n")]
    [PlainCase("%E5%98%8D%E5%98%8A", "\r\n")]
    [PlainCase("%E5%98%8A", "\n")]
    [PlainCase("%u000d%u000a", "\r\n")]
    public async Task EndOfLine_ThatIsDecoded_Injects_FromPathAndQuery_OverBoth(string encoded, string end)
    {
        string Decoding(string request) => Answer(302, $"Location: {Target(request).Replace(encoded, end, StringComparison.Ordinal)}");
        string Reading(string request) =>
            Answer(200, $"X-To: {Target(request).Split("&to=")[^1].Split('&')[0].Replace(encoded, end, StringComparison.Ordinal)}");

        await using var path = PlayedSite.Answering(Decoding, _ => PlayedSite.Refused);
        await using var query = PlayedSite.Answering(Reading, _ => PlayedSite.Refused);
        await using var plain = PlayedSite.Answering(_ => PlayedSite.Found, Decoding);

        foreach (var site in new[] { path.Site, query.Site, plain.Site })
        {
            Assert.That(
                await FindAsync(new InjectionCheck(), site),
                Does.StartWith("Fail: GET /").And.EndWith(": the answer has X-Infra-Injected"));
        }
    }

    [Test]
    public async Task EndOfLine_ThatStaysEncoded_OrIsRefused_InjectsNothing()
    {
        await using var site = PlayedSite.Answering(request => Answer(302, $"Location: {Target(request)}"), _ => "");

        Assert.That(await FindAsync(new InjectionCheck(), site.Site), Is.EqualTo("Pass: none, by 45 requests to each of both"));
        Assert.That(
            await FindAsync(new InjectionCheck(), site.Site with { HttpPort = null }),
            Is.EqualTo("Pass: none, by 45 requests to HTTPS alone, since --http-port does not say where plain HTTP is"));
    }

    [TestCase("X-Forwarded-Host")]
    [TestCase("X-Forwarded-Server")]
    [TestCase("X-Host")]
    [TestCase("Forwarded")]
    [TestCase("X-Forwarded-Port")]
    [TestCase("X-Original-URL")]
    [TestCase("X-Rewrite-URL")]
    [Requirement("R2")]
    public async Task Redirect_ThatGoesByAField_Fails(string name)
    {
        var (seen, shown) = await RedirectAsync(
            (request, good) => Field(request, name) is { } value ? Answer(301, $"Location: https://{value}/") : good);

        Assert.That(seen, Is.EqualTo(Outcome.Fail));
        Assert.That(shown, Does.StartWith($"GET / with {name}: "));
    }

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    [TestCase("OPTIONS")]
    [TestCase("TRACE")]
    [TestCase("BREW")]
    [Requirement("R2")]
    public async Task Method_ThatIsServed_Fails_AndPasses_WhereItIsRefused(string method)
    {
        bool HasIt(string request) => request.StartsWith($"{method} ", StringComparison.Ordinal);

        var (served, shown) = await RedirectAsync((request, good) => HasIt(request) ? PlayedSite.Found : good);
        var (refused, _) = await RedirectAsync((request, good) => HasIt(request) ? PlayedSite.Refused : good);

        Assert.That((served, shown, refused), Is.EqualTo((Outcome.Fail, $"{method} /: 200", Outcome.Pass)));
    }

    [PlainCase("GET /", "X-Forwarded-Proto: https", "GET / with X-Forwarded-Proto: https: 200")]
    [PlainCase("GET ", "\nHost: unknown.invalid\r", "GET /some/page.html?a=1&b=%20%2F&a=2 for the host unknown.invalid: 200")]
    [PlainCase("GET ", "Host: LOCALHOST", "GET /some/page.html?a=1&b=%20%2F&a=2 for the host LOCALHOST:")]
    [PlainCase("GET / HTTP/1.0\r\n\r\n", "", "GET / by HTTP/1.0 without a host: 200")]
    [PlainCase("GET http://unknown.invalid", "", "GET http://unknown.invalid/some/page.html?a=1&b=%20%2F&a=2: 200")]
    [Requirement("R2")]
    public async Task Request_ThatIsServed_Fails(string begin, string part, string seen)
    {
        bool HasIt(string request) =>
            request.StartsWith(begin, StringComparison.Ordinal) && request.Contains(part, StringComparison.Ordinal);

        var (outcome, shown) = await RedirectAsync((request, good) => HasIt(request) ? PlayedSite.Found : good);

        Assert.That(outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(shown, Does.StartWith(seen));
    }

    [PlainCase("https://evil.invalid/some/page.html?a=1&b=%20%2F&a=2")]
    [PlainCase("http://unknown.invalid/some/page.html?a=1&b=%20%2F&a=2")]
    [Requirement("R2")]
    public async Task Redirect_OfAnotherHost_ToAThirdOne_OrToHttp_Fails(string location)
    {
        var (outcome, _) = await RedirectAsync(
            (request, good) => Field(request, "Host") == "unknown.invalid" ? Answer(301, $"Location: {location}") : good);

        Assert.That(outcome, Is.EqualTo(Outcome.Fail));
    }

    [TestCase("HTTPS://LOCALHOST")]
    [TestCase("https://localhost")]
    [Requirement("R2")]
    public async Task Redirect_ThatIsWrittenOtherwise_Passes(string begin) =>
        Assert.That(
            (await RedirectAsync((_, good) => good.Replace("https://localhost", begin, StringComparison.Ordinal))).Outcome,
            Is.EqualTo(Outcome.Pass));

    [Test]
    public async Task Claim_ThatTakesTooLong_IsGivenUp()
    {
        var time = new FakeTimeProvider();
        await using var site = PlayedSite.Answering(_ =>
        {
            // In time, each of them.
            time.Advance(TimeSpan.FromSeconds(9));
            return PlayedSite.Found;
        });

        Assert.That(
            await FindAsync(new InjectionCheck(), site.Site with { Time = time, HttpPort = null }),
            Is.EqualTo("NotChecked: not over within 120 s"));
    }

    private static async Task<(Outcome Outcome, string Seen)> RedirectAsync(Func<string, string, string> change)
    {
        await using var site = PlayedSite.Redirecting(change);
        var finding = await new RedirectCheck().RunAsync(site.Site, CancellationToken.None);
        return (finding.Outcome, finding.Seen);
    }

    private static async Task<string> FindAsync(ISiteCheck check, LiveSite site)
    {
        var finding = await SiteCheck.FindAsync(check, site, CancellationToken.None);
        return $"{finding.Outcome}: {finding.Seen}";
    }

    private static string Answer(int status, string fields) => $"HTTP/1.1 {status} As Told\r\n{fields}\r\nContent-Length: 2\r\n\r\nok";

    private static string Target(string request) => request.Split(' ')[1];

    private static string? Field(string request, string name) =>
        request.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))?[(name.Length + 2)..];
}
