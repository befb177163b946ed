using System.Globalization;
using System.Xml.Linq;
using Infra.Cli.Rehearsal.Firewall;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Timeline;
using Infra.Cli.Rehearsal.Timeline.Plot;
using Infra.Servers;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>How the stack stood a script of mishaps.</summary>
internal static class RehearsalPart
{
    private static readonly string[] Head =
    [
        "Event", "Began after", "Took", "Fewest healthy servers", "Most in service or starting until then", "Requests", "Failed", "Within",
    ];

    public static XElement Write(StackReport report) => Element(
        "section",
        Attribute("aria-labelledby", "rehearsal"),
        Element("h2", Attribute("id", "rehearsal"), "The rehearsal"),
        report.Rehearsal.Value is { } rehearsal
            ? Rehearsed(rehearsal)
            : Element("p", Class("wait"), $"It was not rehearsed: {report.Rehearsal.Why}."));

    private static IEnumerable<XElement> Rehearsed(RehearsalReport rehearsal) =>
    [
        Element(
            "p",
            "The stack as it is declared, played by AWS's rules on a virtual clock: servers are broken, a load comes and goes, versions "
            + "are rolled, a zone is lost. Times are AWS's. " + Assumed(rehearsal)),
        Scrolling(
            "The rehearsal over time",
            Element("div", Class("drawing"), Image(TimelinePlot.Write(rehearsal.Timeline), Shown(rehearsal.Timeline)))),
        Table("The events of the rehearsal", Head, rehearsal.Events.Select(drilled => Row(rehearsal, drilled))),
    ];

    private static string Shown(RehearsalTimeline timeline) => string.Create(
        CultureInfo.InvariantCulture,
        $"The rehearsal over time: at the fewest {timeline.FewestServing} healthy servers, at the most {timeline.HighestCapacity} in "
        + $"service or starting, {timeline.Failed} failed requests; the table below has the events.");

    private static string Assumed(RehearsalReport rehearsal) => string.Create(
        CultureInfo.InvariantCulture,
        $"It is assumed that a server boots in {ExpectedTimes.Text(rehearsal.Model.BootTime)} and can answer "
        + $"{rehearsal.Model.CapacityPerServer:0} requests a second, and that a load comes from {Visitors.Addresses} addresses.");

    private static IReadOnlyList<object?> Row(RehearsalReport rehearsal, ScriptEvent drilled)
    {
        var begun = rehearsal.Log.FirstOrDefault(line => line.Source == "drill" && line.Text == drilled.Name);
        return
        [
            drilled.Name,
            begun is null ? "" : (begun.Time - rehearsal.Start).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture),
            Wording.Time(drilled.Took),
            Wording.Number(drilled.FewestHealthy),
            Wording.Number(drilled.HighestCapacity),
            Wording.Number(drilled.Loss.Requests.Sent),
            Wording.Number(drilled.Loss.Requests.Failed),
            Wording.Time(drilled.Loss.For),
        ];
    }
}
