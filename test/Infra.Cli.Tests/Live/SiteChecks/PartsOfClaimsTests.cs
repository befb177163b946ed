using System.Text.RegularExpressions;
using Infra.Cli.Live.SiteChecks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>A claim that asks a site for several things fails by each of them alone.</summary>
internal sealed class PartsOfClaimsTests
{
    private const string Echo = "HTTP/1.1 200 OK\r\n\r\nX-Echo: infra-verify-trace";
    private const string Injected = "HTTP/1.1 200 OK\r\nX-Infra-Injected: yes\r\n\r\n";

    [TestCase("/", false)]
    [TestCase("/", true)]
    [TestCase("/there-is-no-such-page", false)]
    [TestCase("/there-is-no-such-page", true)]
    public async Task Trace_ThatIsAnsweredForOneRequest_Fails(string target, bool isForwarded)
    {
        await using var site = PlayedSite.Answering(request =>
            request.StartsWith($"TRACE {target} ", StringComparison.Ordinal) && request.Contains("Max-Forwards: 0\r\n") == isForwarded
                ? Echo
                : PlayedSite.Refused);

        Assert.That(await FindAsync(new TraceCheck(), site), Is.EqualTo($"Fail: TRACE {target}: 200, with what was sent"));
    }

    [TestCase(302, "Pass: 302 to /a")]
    [TestCase(399, "Pass: 399 to /a")]
    [TestCase(299, "Fail: TRACE /: 299 to /a")]
    [TestCase(400, "Pass: 400 to /a")]
    [TestCase(500, "Fail: TRACE /: 500 to /a")]
    public async Task Trace_ThatIsRedirected_IsNotServed(int status, string seen)
    {
        await using var site = PlayedSite.Answering(_ => $"HTTP/1.1 {status} As Told\r\nLocation: /a\r\n\r\n");

        Assert.That(await FindAsync(new TraceCheck(), site), Is.EqualTo(seen));
    }

    [Test]
    public async Task Injection_IsTriedAsAccepted()
    {
        var asked = new List<string>();
        await using var site = PlayedSite.Answering(request =>
        {
            asked.Add(request.Split(' ')[1]);
            return PlayedSite.Found;
        });

        await FindAsync(new InjectionCheck(), site);

        Golden.Verify("injections", string.Concat(asked.Select(target => $"{target}\n")));
    }

    [TestCase("")]
    [TestCase("/some/page.html")]
    public async Task Injection_ByAPath_Fails_OverEither(string page)
    {
        bool HasIt(string request) => Regex.IsMatch(request, $@"^GET {Regex.Escape(page)}/?%");

        await using var secure = PlayedSite.Answering(request => HasIt(request) ? Injected : PlayedSite.Found, _ => PlayedSite.Refused);
        await using var plain = PlayedSite.Answering(_ => PlayedSite.Found, request => HasIt(request) ? Injected : PlayedSite.Refused);

        Assert.That(await FindAsync(new InjectionCheck(), secure), Does.StartWith($"Fail: GET {page}").And.Not.Contain("over plain HTTP"));
        Assert.That(await FindAsync(new InjectionCheck(), plain), Does.StartWith($"Fail: GET {page}").And.Contain("over plain HTTP"));
    }

    [TestCase("X-INFRA-INJECTED: yes")]
    [TestCase("x-infra-injected : yes")]
    [TestCase(" X-Infra-Injected: yes")]
    public async Task Injection_Fails_HoweverTheFieldIsWritten(string field)
    {
        await using var site = PlayedSite.Answering(_ => $"HTTP/1.1 200 OK\r\nA: b\r\n{field}\r\n\r\n", _ => PlayedSite.Refused);

        Assert.That(await FindAsync(new InjectionCheck(), site), Does.EndWith(": the answer has X-Infra-Injected"));
    }

    [TestCase("/")]
    [TestCase("/there-is-no-such-page")]
    public async Task Field_OfAnyAnswerOverPlainHttp_IsSeen(string target)
    {
        await using var site = PlayedSite.Answering(
            _ => PlayedSite.Found,
            request => request.StartsWith($"GET {target} ", StringComparison.Ordinal)
                ? "HTTP/1.1 301 Moved\r\nServer: nginx/1.22.1\r\n\r\n"
                : PlayedSite.Refused);

        Assert.That(await FindAsync(new ServerVersionCheck(), site), Is.EqualTo($"Fail: http {target}: Server is nginx/1.22.1"));
    }

    [TestCase(201, "Fail: /health: 201")]
    [TestCase(200, "Pass: /health: 200")]
    [TestCase(204, "Fail: /health: 204")]
    [Requirement("R5")]
    public async Task HealthPath_MustAnswer200(int status, string seen)
    {
        await using var site = PlayedSite.Answering(request =>
            request.StartsWith("GET /health ", StringComparison.Ordinal) ? $"HTTP/1.1 {status} As Told\r\n\r\n" : PlayedSite.Found);

        Assert.That(await FindAsync(new HealthPathCheck(), site), Is.EqualTo(seen));
    }

    private static async Task<string> FindAsync(ISiteCheck check, PlayedSite played)
    {
        var finding = await SiteCheck.FindAsync(check, played.Site with { HealthPath = "/health" }, CancellationToken.None);
        return $"{finding.Outcome}: {finding.Seen}";
    }
}
