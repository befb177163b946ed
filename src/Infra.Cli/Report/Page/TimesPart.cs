using System.Xml.Linq;
using Infra.Cli.Live.Claims;
using Infra.Servers;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>What the stack promises, and what was measured.</summary>
internal static class TimesPart
{
    public static XElement Write(StackReport report) => Element(
        "section",
        Attribute("aria-labelledby", "times"),
        Element("h2", Attribute("id", "times"), "Times: promised and measured"),
        Promised(report),
        Measured(report));

    private static XElement Promised(StackReport report) => Element(
        "p",
        report.Expected is { } expected
            ? $"The stack promises that a sick server gets no more requests within {ExpectedTimes.Text(expected.NoticeSickServer)}, that "
                + $"it is replaced within {ExpectedTimes.Text(expected.ReplaceSickServer)}, and that a server is added under load within "
                + $"{ExpectedTimes.Text(expected.AddServer)}."
            : "The plan does not say what the stack promises.");

    private static XElement Measured(StackReport report)
    {
        var rows =
            from source in Sources(report)
            from verdict in source.Verdicts
            where verdict.Finding.Timing is not null
            let timing = verdict.Finding.Timing!
            select (IReadOnlyList<object?>)
            [
                verdict.Claim.Text,
                source.Name,
                Wording.Time(timing.Promised),
                Took(timing),
                Bar.Of(timing.Took / timing.Promised, timing.IsKept ? "good" : "bad"),
            ];
        var all = rows.ToList();
        return all.Count > 0
            ? Table("Times promised and measured", ["Claim", "Measured by", "At most", "Took", "Of what is allowed"], all)
            : Element("p", "Nothing was measured.");
    }

    // Else what holds would look as if it did not.
    private static IEnumerable<XElement> Took(Timing timing) => timing.IsKept && timing.Took > timing.Promised
        ? [Wording.Time(timing.Took), Element("div", Wording.Muted($"up to {ExpectedTimes.Text(timing.Grace)} of it to measure it"))]
        : [Wording.Time(timing.Took)];

    private static IEnumerable<(string Name, IReadOnlyList<Verdict> Verdicts)> Sources(StackReport report) =>
    [
        ("rehearsal, virtual clock", report.Rehearsal.Value?.Verdicts ?? []),
        .. from claims in report.Evidence.Claims
           where claims.Stale is null
           select ($"{claims.Made.Command}, {Wording.Moment(claims.Made.At)}", claims.Verdicts),
    ];
}
