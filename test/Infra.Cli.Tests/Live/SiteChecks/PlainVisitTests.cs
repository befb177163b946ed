using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.SiteChecks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Each request that plain HTTP is tried with counts by itself, and so does each part of the answer.</summary>
[Requirement("R2")]
internal sealed class PlainVisitTests
{
    private const string Page = "/a?b=c";

    private static readonly LiveSite Example = new(new("https://www.example.com"));
    private static readonly PlainVisit Browsers = new("", "", [$"www.example.com{Page}"], MayBeRefused: false);

    private static IEnumerable<int> Numbers() => Enumerable.Range(0, PlainVisits.Of(Example, LiveSite.DefaultHttpPort).Count);

    [Test]
    public void Visits_Always_AreAsAccepted() => Golden.Verify(
        "visits",
        string.Concat(PlainVisits.Of(Example, LiveSite.DefaultHttpPort).Select(visit =>
            $"{visit.Shown}\n  {(visit.MayBeRefused ? "refused, or " : "")}to "
            + $"{string.Join(" or ", visit.Pages.DefaultIfEmpty("any page"))}{(visit.IsAnyPage ? ", or another page there" : "")}\n")));

    [TestCaseSource(nameof(Numbers))]
    public async Task Visit_ThatAloneIsServed_Fails(int number)
    {
        PlainVisit? served = null;
        await using var site = PlayedSite.Redirecting((request, good) => request == served!.Request ? PlayedSite.Found : good);
        var visits = PlainVisits.Of(site.Site, site.Site.HttpPort!.Value);
        served = visits[number];

        var finding = await new RedirectCheck().RunAsync(site.Site, CancellationToken.None);

        // Where the port is named anyway, one that names it is the same.
        Assert.That(finding, Is.EqualTo(Finding.Fail($"{visits.First(visit => visit.Request == served.Request).Shown}: 200")));
    }

    [TestCase(200, false)]
    [TestCase(300, false)]
    [TestCase(301, true)]
    [TestCase(302, false)]
    [TestCase(303, false)]
    [TestCase(307, false)]
    [TestCase(308, true)]
    [TestCase(404, false)]
    public void Status_OfTheRedirect_MustBePermanent(int status, bool isGood) =>
        Assert.That(Browsers.Accepts(Reply(status, $"https://www.example.com{Page}"), declared: null), Is.EqualTo(isGood));

    [TestCase(301, 301, true)]
    [TestCase(301, 308, false)]
    [TestCase(302, 302, true)]
    [TestCase(302, 301, false)]
    public void Status_ThatAStackDeclares_AloneIsGood(int declared, int status, bool isGood) =>
        Assert.That(Browsers.Accepts(Reply(status, $"https://www.example.com{Page}"), declared), Is.EqualTo(isGood));

    [TestCase(400, true)]
    [TestCase(405, true)]
    [TestCase(499, true)]
    [TestCase(500, false)]
    [TestCase(501, true)]
    [TestCase(503, false)]
    [TestCase(505, true)]
    [TestCase(200, false)]
    public void Refusal_IsGood_WhereNoBrowserAsks(int status, bool isGood)
    {
        Assert.That((Browsers with { MayBeRefused = true }).Accepts(Reply(status, null), declared: null), Is.EqualTo(isGood));
        Assert.That(Browsers.Accepts(Reply(status, null), declared: null), Is.False);
    }

    [Test]
    public void Connection_ThatIsClosed_IsARefusal_AndSilenceIsNone()
    {
        var odd = Browsers with { MayBeRefused = true };

        Assert.That(odd.Accepts(HttpReply.Closed, declared: null), Is.True);
        Assert.That(Browsers.Accepts(HttpReply.Closed, declared: null), Is.False);
        Assert.That(odd.Accepts(HttpReply.None("no answer"), declared: null), Is.False);
    }

    [PlainCase($"https://www.example.com{Page}", true)]
    [PlainCase($"HTTPS://WWW.EXAMPLE.COM{Page}", true)]
    [PlainCase($"https://www.example.com:443{Page}", true)]
    [PlainCase($"https://www.example.com{Page}?", true)]
    [PlainCase($"http://www.example.com{Page}", false)]
    [PlainCase($"https://www.example.com:8443{Page}", false)]
    [PlainCase($"https://www.example.com:4430{Page}", false)]
    [PlainCase($"https://www.example.com.evil.invalid{Page}", false)]
    [PlainCase($"https://evil.invalid{Page}", false)]
    [PlainCase($"https://www.example.com@evil.invalid{Page}", false)]
    [PlainCase($"https://user@www.example.com{Page}", false)]
    [TestCase("https://www.example.com/A?b=c", false)]
    [TestCase("https://www.example.com/a?b=C", false)]
    [TestCase("https://www.example.com/a", false)]
    [TestCase("https://www.example.com/a/?b=c", false)]
    [TestCase("https://www.example.com?b=c", false)]
    [TestCase("https://www.example.com", false)]
    [TestCase(Page, false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Location_MustBeTheSamePage(string? location, bool isGood) =>
        Assert.That(Browsers.Accepts(Reply(301, location), declared: null), Is.EqualTo(isGood));

    [TestCase("https://www.example.com/elsewhere", true)]
    [TestCase("https://www.example.com:443/elsewhere", true)]
    [TestCase("https://www.example.com", true)]
    [TestCase("https://evil.invalid/elsewhere", false)]
    [TestCase("https://www.example.com@evil.invalid/", false)]
    [TestCase("https://www.example.com.evil.invalid/", false)]
    [TestCase("http://www.example.com/elsewhere", false)]
    public void Location_OfAClientOfProxies_MustBeOfTheSameHost(string location, bool isGood) =>
        Assert.That((Browsers with { IsAnyPage = true }).Accepts(Reply(301, location), declared: null), Is.EqualTo(isGood));

    [TestCase("https://anywhere.invalid", true)]
    [TestCase("http://www.example.com/", false)]
    public void Location_ForWhoNamesNoHost_MustBeHttps(string location, bool isGood) =>
        Assert.That((Browsers with { Pages = [] }).Accepts(Reply(301, location), declared: null), Is.EqualTo(isGood));

    private static HttpReply Reply(int status, string? location) => new(
        status, (location is null ? [] : new[] { location }).ToLookup(_ => "Location", StringComparer.OrdinalIgnoreCase), Silence: null);
}
