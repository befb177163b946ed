using System.Globalization;
using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Verify;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal;
using Infra.LoadBalancing;
using Infra.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using static Infra.Cli.Tests.Live.Verify.Claims;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>A rehearsed site that is broken in one way fails the claim that says so, and no other.</summary>
internal sealed class BrokenSiteTests
{
    private static readonly DeclaredRedirect AsDeclared = new(301, "HTTPS", "443", "#{host}", "/#{path}", "#{query}");

    [Test]
    [Requirement("R2")]
    [Requirement("R3")]
    [Requirement("R5")]
    public async Task Site_AsDeclared_PassesEverything()
    {
        await using var site = await VerifiedSite.StartAsync();

        var report = await VerifyAsync(site.Site);

        Assert.That(report.Verdicts.Where(verdict => verdict.Finding.Outcome != Outcome.Pass), Is.Empty);
        Assert.That((report.Outcome, report.Count(Outcome.Pass)), Is.EqualTo((Outcome.Pass, Count)));
    }

    private static IEnumerable<TestCaseData> Redirections() =>
    [
        Case("forwarded", null, "GET /: 200"),
        Case("302", AsDeclared with { StatusCode = 302 }, "GET /: 302 to https://localhost:"),
        Case("to HTTP", AsDeclared with { Protocol = "HTTP" }, "GET /: 301 to http://localhost:"),
        Case("to another port", AsDeclared with { Port = "8443" }, "GET /: 301 to https://localhost:8443/"),
        Case("to another host", AsDeclared with { Host = "www.#{host}" }, "GET /: 301 to https://www.localhost:"),
        Case("path lost", AsDeclared with { Path = "/" }, "GET /some/page.html?a=1&b=%20%2F&a=2: 301 to https://localhost:"),
        Case("query lost", AsDeclared with { Query = "" }, "GET /some/page.html?a=1&b=%20%2F&a=2: 301 to https://localhost:"),
    ];

    [TestCaseSource(nameof(Redirections))]
    [Requirement("R2")]
    public async Task Redirect_ThatIsWrong_Fails(DeclaredRedirect? redirect, string seen)
    {
        await using var site = await VerifiedSite.StartAsync(stack => stack.WithHttp(http => http with { Redirect = redirect }));

        var failed = (await VerifyAsync(site.Site)).Verdicts.Where(verdict => verdict.Finding.Outcome != Outcome.Pass).ToList();

        Assert.That(failed.Select(verdict => verdict.Claim.Text), Is.EqualTo(new[] { Redirects }));
        Assert.That(failed[0].Finding.Seen, Does.StartWith(seen));
    }

    [Test]
    [Requirement("R2")]
    public async Task HttpPort_ThatNobodyListensOn_Fails()
    {
        await using var site = await VerifiedSite.StartAsync();
        using var other = new DeadPort();

        await FailsAsync(site.Site with { HttpPort = other.Number }, Redirects);
    }

    [Test]
    public async Task HttpPort_ThatIsNotKnown_IsNotChecked()
    {
        await using var site = await VerifiedSite.StartAsync();

        var report = await VerifyAsync(site.Site with { HttpPort = null });

        Assert.That(report.Outcome, Is.EqualTo(Outcome.NotChecked));
        Assert.That(report.Count(Outcome.NotChecked), Is.EqualTo(1));
    }

    [TestCase("ELBSecurityPolicy-2016-08", RefusesOld, AcceptsNew, RefusesWeak)]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-2021-06", RefusesOld, RefusesWeak)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06", RefusesWeak)]
    [TestCase("ELBSecurityPolicy-TLS13-1-3-2021-06", AcceptsNew)]
    [Requirement("R3")]
    public async Task SecurityPolicy_ThatIsAnother_Fails(string policy, params string[] claims)
    {
        await using var site = await VerifiedSite.StartAsync(stack => stack.WithHttps(https => https with { TlsPolicy = policy }));

        await FailsAsync(site.Site, claims);
    }

    [TestCase("ELBSecurityPolicy-TLS13-1-3-2021-06")]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", AcceptsOnlyTls13)]
    [Requirement("R3")]
    public async Task SiteThatIsToRefuseTls12_Fails_WhereItIsAccepted(string policy, params string[] claims)
    {
        await using var site = await VerifiedSite.StartAsync(stack => stack.WithHttps(https => https with { TlsPolicy = policy }));

        await FailsAsync(site.Site with { IsTls13Only = true }, claims);
    }

    [Test]
    [Requirement("R3")]
    public async Task Certificate_ThatNobodyTrusts_Fails()
    {
        await using var site = await VerifiedSite.StartAsync();

        await FailsAsync(site.Site with { Trusted = null }, IsTrusted);
    }

    [Test]
    [Requirement("R3")]
    public async Task Certificate_ForAnotherHost_Fails()
    {
        await using var site = await VerifiedSite.StartAsync();
        var other = new UriBuilder(site.Site.Url) { Host = "www.example.org" }.Uri;

        await FailsAsync(site.Site with { Url = other, ConnectTo = "localhost" }, IsForHost);
    }

    [TestCase(13)]
    [TestCase(1)]
    [Requirement("R3")]
    public async Task Certificate_ThatEndsSoon_Fails(int days)
    {
        await using var site = await VerifiedSite.StartAsync(stack =>
            stack.WithHttps(https => https with { Certificate = https.Certificate! with { Validity = TimeSpan.FromDays(days) } }));

        await FailsAsync(site.Site, IsValid);
    }

    [TestCase(366)]
    [TestCase(-1)]
    [Requirement("R3")]
    public async Task Certificate_ThatIsNotValidNow_Fails(int daysFromNow)
    {
        await using var site = await VerifiedSite.StartAsync();

        await FailsAsync(site.Site with { Time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(daysFromNow)) }, IsValid);
    }

    [TestCase("Strict-Transport-Security", null)]
    [TestCase("Strict-Transport-Security", "max-age=0")]
    [TestCase("X-Content-Type-Options", null)]
    [TestCase("Content-Security-Policy", null)]
    public async Task HeaderField_ThatIsMissingOrWeak_Fails(string name, string? value)
    {
        await using var site = await VerifiedSite.StartAsync(stack => With(stack, name, value));

        await FailsAsync(site.Site, HasHeaders);
    }

    [TestCase("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload")]
    [TestCase("X-Frame-Options", null)]
    [TestCase("X-Frame-Options", "SAMEORIGIN")]
    [TestCase("Content-Security-Policy", "object-src 'none';default-src 'self';frame-ancestors 'none'")]
    [TestCase("Server", "nginx")]
    public async Task HeaderField_ThatMeansTheSame_Passes_ButIsNotWhatAStackDeclares(string name, string? value)
    {
        await using var site = await VerifiedSite.StartAsync(stack => With(stack, name, value));

        await FailsAsync(site.Site);
        await FailsAsync(site.Site with { Declared = DeclaredAnswers.OfStack(null) }, HasHeaders);
    }

    // A policy of the customer's own: looser than one of any site may be, and the one that the stack says it has.
    [Test]
    public async Task ContentSecurityPolicy_ThatAStackDeclares_Passes_HoweverLoose()
    {
        const string Name = "Content-Security-Policy";
        const string Loose = "default-src * 'unsafe-inline'";
        await using var site = await VerifiedSite.StartAsync(stack => With(stack, Name, Loose));
        var declared = new Dictionary<string, string>(new ResponseHeaders().Fields) { [Name] = Loose };

        await FailsAsync(site.Site, HasHeaders);
        await FailsAsync(site.Site with { Declared = DeclaredAnswers.OfStack(declared) });
    }

    [Test]
    [Requirement("R2")]
    public async Task Redirect_By308_Passes_ButIsNotWhatAStackDeclares()
    {
        await using var site = await VerifiedSite.StartAsync(
            stack => stack.WithHttp(http => http with { Redirect = AsDeclared with { StatusCode = 308 } }));

        await FailsAsync(site.Site);
        await FailsAsync(site.Site with { Declared = DeclaredAnswers.OfStack(null) }, Redirects);
    }

    [Test]
    public async Task Site_OfAStack_PassesEverything()
    {
        await using var site = await VerifiedSite.StartAsync();

        await FailsAsync(site.Site with { Declared = DeclaredAnswers.OfStack(null) });
    }

    [Test]
    public async Task LoadBalancer_ThatNamesItself_Fails()
    {
        await using var site = await VerifiedSite.StartAsync(
            stack => stack.WithHttps(https => https with { NamesItself = true }),
            request =>
            {
                request.HttpContext.Response.Headers.Server = "nginx/1.28.0";
                return request.Path == "/" || request.Path == LiveSite.DefaultHealthPath ? 200 : 404;
            });

        await FailsAsync(site.Site, HidesVersion);
    }

    [Test]
    [Requirement("R5")]
    public async Task HealthPath_ThatIsNotThere_Fails()
    {
        await using var site = await VerifiedSite.StartAsync();

        await FailsAsync(site.Site with { HealthPath = "/elsewhere" }, HealthPath);
    }

    [TestCase("BREW", "", SurvivesMethod)]
    [TestCase("", "unknown.invalid", SurvivesHost)]
    public async Task Server_ThatBreaksOnAnOddRequest_Fails(string method, string host, string claim)
    {
        await using var site = await VerifiedSite.StartAsync(
            status: request => request.Method == method || request.Host.Host == host ? 500 : 200);

        await FailsAsync(site.Site, claim);
    }

    private static TestCaseData Case(string name, DeclaredRedirect? redirect, string seen) =>
        new TestCaseData(redirect, seen).SetName(string.Create(CultureInfo.InvariantCulture, $"Redirect_ThatIsWrong_Fails({name})"));

    private static RehearsedStack With(RehearsedStack stack, string name, string? value) => stack.WithHttps(https =>
    {
        var fields = https.ResponseHeaders.Where(field => field.Key != name);
        return https with { ResponseHeaders = new Dictionary<string, string>(value is null ? fields : fields.Append(new(name, value))) };
    });

    private static async Task FailsAsync(LiveSite site, params string[] claims) =>
        Assert.That(
            (await VerifyAsync(site)).Verdicts.Where(verdict => verdict.Finding.Outcome != Outcome.Pass)
                .Select(verdict => (verdict.Claim.Text, verdict.Finding.Outcome)),
            Is.EqualTo(claims.Select(claim => (claim, Outcome.Fail))));

    private static Task<VerifyReport> VerifyAsync(LiveSite site) => Verifier.RunAsync(site, new Progress<Claim>(), CancellationToken.None);
}
