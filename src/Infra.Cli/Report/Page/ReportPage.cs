using System.Xml.Linq;
using Infra.Cli.Report.Evidence;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>Writes a report as one HTML file that asks nobody for anything.</summary>
internal static class ReportPage
{
    // A browser keeps to it even where something of a stack should ever get into the page as an element.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private static readonly Lazy<string> Style = new(() =>
    {
        using var css = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!);
        return css.ReadToEnd();
    });

    /// <summary>Writes it.</summary>
    public static string Write(StackReport report) => Document(
        Element(
            "html",
            Attribute("lang", "en"),
            Element(
                "head",
                Element("meta", Attribute("charset", "utf-8")),
                Element("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)),
                Element("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
                Element("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
                Element("title", Title(report)),
                Element("style", Style.Value)),
            Element("body", Header(report), Element("main", Parts(report)), SourcePart.Write(report))),
        text => report.Graph.StandIns.ShownIn(report.Graph.Secrets.HiddenIn(text)));

    private static IEnumerable<XElement> Parts(StackReport report) =>
    [
        VerdictPart.Write(report),
        DrawingPart.Write(report),
        .. report.Requirements.Select(requirement => RequirementPart.Write(requirement)),
        RehearsalPart.Write(report),
        TimesPart.Write(report),
        CostPart.Write(report),
        BeyondPart.Write(report),
        NotProvenPart.Write(report),
    ];

    private static string Title(StackReport report) => $"{report.Graph.StackName}: is the web server what was asked for?";

    private static XElement Header(StackReport report) => Element(
        "header",
        Element("h1", Title(report)),
        Element(
            "p",
            Class("muted"),
            $"Stack {report.Graph.StackName} of project {report.Graph.ProjectName} in {report.Graph.Region}"
            + (report.IsWhatIf ? ", with other settings than its file has" : "")
            + $", {Wording.Moment(report.At)}"
            + (report.Source is { } source ? $", commit {EvidenceAge.Short(source.Commit)}" : "")
            + (report.Source is { IsChanged: true } ? " with changes that are not committed" : "")
            + "."));
}
