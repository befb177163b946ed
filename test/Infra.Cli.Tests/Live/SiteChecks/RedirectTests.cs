using System.Globalization;
using Infra.Cli.Live;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.SiteChecks;
using Infra.Tests.Support;
using static Infra.Cli.Tests.Live.SiteChecks.Found;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>What plain HTTP is asked, byte for byte, and where it may lead.</summary>
[Requirement("R2")]
internal sealed class RedirectTests
{
    private const string Always = "User-Agent: infra-verify\r\nAccept: */*\r\nConnection: close\r\n";

    // Of a site by its address and with ports of its own, since those are easily forgotten.
    [Test]
    public void Requests_AreAsAccepted()
    {
        var visits = PlainVisits.Of(new LiveSite(new("https://[2001:db8::1]:8443")) { HealthPath = "/up" }, httpPort: 8080);

        Golden.Verify("visits-by-address", string.Concat(visits.Select(visit =>
            $"{visit.Shown}\n"
            + $"  {visit.Request.Replace(Always, "", StringComparison.Ordinal).Replace("\r\n", " | ", StringComparison.Ordinal)}\n"
            + $"  {(visit.MayBeRefused ? "refused, or " : "")}to {string.Join(" or ", visit.Pages.DefaultIfEmpty("any page"))}"
            + $"{(visit.IsAnyPage ? ", or another page there" : "")}\n")));
    }

    [TestCase("https://[2001:db8::1]:8443/a", true)]
    [TestCase("https://[2001:DB8::1]:8443/b", true)]
    [TestCase("https://[2001:db8::1]/b", true)]
    [TestCase("https://[2001:db8::2]:8443/a", false)]
    [TestCase("https://2001:db8::1:8443/a", false)]
    [TestCase("https://user@[2001:db8::1]:8443/a", false)]
    public void Location_OfAnAddress_MustBeOfTheSame(string location, bool isGood) =>
        Assert.That(Visit("[2001:db8::1]:8443/a", isAnyPage: true).Accepts(Reply(301, location), declared: null), Is.EqualTo(isGood));

    [TestCase("https://www.example.com/a?", true)]
    [TestCase("https://www.example.com:443/a?", true)]
    [TestCase("https://www.example.com:443443/a", false)]
    [TestCase("https://www.example.com:/a", false)]
    [TestCase("https://www.example.com/a??", false)]
    [TestCase("https:///a", false)]
    [TestCase("https://", false)]
    [TestCase("https:/www.example.com/a", false)]
    public void Location_IsTheSamePage_HoweverItIsWritten(string location, bool isGood) =>
        Assert.That(Visit("www.example.com/a").Accepts(Reply(308, location), declared: null), Is.EqualTo(isGood));

    [TestCase("https://www.example.com", true)]
    [TestCase("https://www.example.com/", true)]
    [TestCase("https://www.example.com/?", true)]
    public void Location_OfTheRoot_NeedsNoSlash(string location, bool isGood) =>
        Assert.That(Visit("www.example.com/").Accepts(Reply(301, location), declared: null), Is.EqualTo(isGood));

    [TestCase("/a?", "/a")]
    [TestCase("/a", "/a")]
    [TestCase("/a?b", "/a?b")]
    [TestCase("/a??", "/a?")]
    [TestCase("?", "")]
    [TestCase("", "")]
    public void Page_IsBare_WithoutTheMarkOfAnEmptyQuery(string page, string bare) => Assert.That(PlainVisit.Bare(page), Is.EqualTo(bare));

    [TestCase(301, null, "Pass: 108 of 108 requests answered so")]
    [TestCase(308, null, "Pass: 108 of 108 requests answered so")]
    [TestCase(302, null, "Fail: GET /: 302 to ")]
    [TestCase(301, 301, "Pass: 108 of 108 requests answered so")]
    [TestCase(308, 301, "Fail: GET /: 308 to ")]
    public async Task Site_ThatRedirectsAll_Passes_ByAStatusThatIsDeclared(int status, int? declared, string seen)
    {
        await using var site = PlayedSite.Redirecting((_, good) => good.Replace(
            " 301 ", string.Create(CultureInfo.InvariantCulture, $" {status} "), StringComparison.Ordinal));
        var declares = declared is { } its ? new DeclaredAnswers(its, new Dictionary<string, string>(), []) : null;

        Assert.That(await ByAsync(new RedirectCheck(), site.Site with { Declared = declares }), Does.StartWith(seen));
    }

    [Test]
    public async Task PlainHttp_ThatIsNowhere_CouldNotBeChecked() => Assert.That(
        await ByAsync(new RedirectCheck(), new(new("https://localhost:8443"))),
        Is.EqualTo("NotChecked: the URL names a port of its own, so --http-port must say where plain HTTP is"));

    [Test]
    public async Task PlainHttp_ThatRefusesConnections_Fails()
    {
        using var port = new DeadPort();

        Assert.That(
            await ByAsync(new RedirectCheck(), new LiveSite(new("https://127.0.0.1:1")) { HttpPort = port.Number }),
            Is.EqualTo($"Fail: 127.0.0.1, port {port.Number}: connection refused"));
    }

    [TestCase("https://b.example/other", true)]
    [TestCase("https://c.example/other", false)]
    public void Visit_OfAnyOfTwoPlaces_MayLeadToEither(string location, bool isGood)
    {
        var visit = new PlainVisit("", "", ["a.example/", "b.example/"], MayBeRefused: false) { IsAnyPage = true };

        Assert.That(visit.Accepts(Reply(301, location), declared: null), Is.EqualTo(isGood));
    }

    private static PlainVisit Visit(string page, bool isAnyPage = false) =>
        new("", "", [page], MayBeRefused: false) { IsAnyPage = isAnyPage };

    private static HttpReply Reply(int status, string location) => new(
        status, new[] { location }.ToLookup(_ => "Location", StringComparer.OrdinalIgnoreCase), Silence: null);
}
