using System.Xml.Linq;
using Infra.Cli.Live.Claims;
using Infra.Cli.Report.Evidence;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>What this report does not prove.</summary>
internal static class NotProvenPart
{
    public static XElement Write(StackReport report) => Element(
        "section",
        Attribute("aria-labelledby", "not-proven"),
        Element("h2", Attribute("id", "not-proven"), "What is not proven"),
        Element("ul", Sentences(report).Select(sentence => Element("li", sentence))),
        Element("p", Class("muted"), "Beside each claim above stands what it does not prove."));

    private static IEnumerable<string> Sentences(StackReport report)
    {
        yield return "That AWS behaves as its documents say: the rehearsal plays it by them.";
        yield return "That what runs is this plan: infra drift and infra diff compare the two.";

        var live = report.Evidence.Claims.Where(claims => claims is { IsLive: true, Stale: null }).ToList();
        if (live.Count == 0)
            yield return "Anything of a running stack: no result of infra verify or infra drill is here, or none that counts.";
        else if (live.All(claims => claims.Made.Command != "infra drill"))
            yield return "How the running stack heals and grows: no result of infra drill is here, or none that counts.";

        if (!report.Evidence.Claims.Any(claims => claims is { IsLive: false, Stale: null }))
            yield return "How load balancer and servers answer on real connections: no result of infra rehearse --drill is here.";
        if (!report.Evidence.Tests.Any(tests => tests.Stale is null))
            yield return "That the program's unit tests pass: their results are not here, or do not count.";

        foreach (var claims in report.Evidence.Claims.Where(claims => claims.Stale is not null))
            yield return $"What {claims.File} says: {claims.Stale}.";
        foreach (var tests in report.Evidence.Tests.Where(tests => tests.Stale is not null))
            yield return $"What {tests.File} says: {tests.Stale}.";

        foreach (var sentence in NotTried(report))
            yield return sentence;
    }

    private static IEnumerable<string> NotTried(StackReport report) =>
        from claims in report.Evidence.Claims.Where(claims => claims.Stale is null)
        from verdict in claims.Verdicts
        where verdict.Finding.Outcome == Outcome.NotChecked
        select $"That {verdict.Claim.Text}: {claims.Made.Command} could not check it ({verdict.Finding.Seen}).";
}
