using System.Globalization;
using Infra.Cli.Live.SiteChecks;
using static Infra.Cli.Tests.Live.SiteChecks.Found;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>Which answers lead on, and how far.</summary>
internal sealed class FrontPageWayTests
{
    [TestCase(201, false)]
    [TestCase(300, false)]
    [TestCase(301, true)]
    [TestCase(302, true)]
    [TestCase(303, true)]
    [TestCase(304, false)]
    [TestCase(305, false)]
    [TestCase(306, false)]
    [TestCase(307, true)]
    [TestCase(308, true)]
    [TestCase(309, false)]
    [TestCase(401, false)]
    public async Task Status_LeadsOn_WhereBrowsersFollowIt(int status, bool leads) => Assert.That(
        await ByAsync(new FrontPageCheck(), request => Target(request) == "/" ? Answer(status, "Location: /a") : PlayedSite.Found),
        Is.EqualTo(leads ? "Pass: / to /a: 200" : $"Fail: /: {status} to /a"));

    [TestCase(19, true)]
    [TestCase(20, true)]
    [TestCase(21, false)]
    public async Task Redirects_AreFollowed_AsFarAsBrowsersGo(int count, bool isThere)
    {
        var seen = await ByAsync(new FrontPageCheck(), request =>
        {
            var number = int.TryParse(Target(request)[1..], CultureInfo.InvariantCulture, out var told) ? told : 0;
            return number < count ? Answer(302, $"Location: /{number + 1}") : PlayedSite.Found;
        });

        Assert.That(
            seen,
            isThere ? Does.StartWith("Pass: / to /1 to ").And.EndsWith($" to /{count}: 200")
                : Does.StartWith("Fail: / to /1 to ").And.EndsWith(" to /20: more than 20 redirects"));
    }

    [TestCase("HTTPS://LOCALHOST:PORT/a", true)]
    [TestCase("https://localhost:PORT/a#b", true)]
    [TestCase("https://localhost.:PORT/a", false)]
    [TestCase("https://www.localhost:PORT/a", false)]
    public async Task Redirect_ToTheSameHostAndPort_StaysOnTheSite(string location, bool stays)
    {
        var port = 0;
        await using var site = PlayedSite.Answering(request => Target(request) == "/"
            ? Answer(302, $"Location: {location.Replace("PORT", $"{port}", StringComparison.Ordinal)}")
            : PlayedSite.Found);
        port = site.Site.Url.Port;

        var seen = await ByAsync(new FrontPageCheck(), site.Site);

        Assert.That(
            seen,
            stays ? Is.EqualTo("Pass: / to /a: 200")
                : Does.StartWith("NotChecked: /: redirected to https://")
                    .And.EndsWith(", which is not this site and not asked: verify it by its own name"));
    }

    // Only 200 promises that there is something in it.
    [TestCase(200, "Fail: /: 200, and nothing in it")]
    [TestCase(401, "Pass: /: 401")]
    public async Task Page_OfAStatedStatus_MayBeEmpty(int status, string seen)
    {
        await using var site = PlayedSite.Answering(_ => $"HTTP/1.1 {status} As Told\r\nContent-Length: 0\r\n\r\n");

        Assert.That(await ByAsync(new FrontPageCheck(), site.Site with { FrontStatus = status }), Is.EqualTo(seen));
    }
}
