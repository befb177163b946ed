using System.Xml.Linq;
using static Infra.Cli.Report.Page.Html;

namespace Infra.Cli.Report.Page;

/// <summary>What the report was made from.</summary>
internal static class SourcePart
{
    public static XElement Write(StackReport report) => Element(
        "footer",
        Element("h2", "What this report was made from"),
        Element(
            "dl",
            Entry("Plan", report.Hash, Wording.Muted(
                $" SHA-256 of what infra preview {report.Graph.StackName} --json prints"
                + (report.IsWhatIf ? " with these settings" : ""))),
            Entry("Commit", report.Source is { } source
                ? $"{source.Commit} of {Wording.Moment(source.At)}{(source.IsChanged ? ", with changes that are not committed" : "")}"
                : "not known: no git repository"),
            Entry("Made", Wording.Moment(report.At)),
            Entry("Versions", report.Versions),
            report.Evidence.Claims.Select(claims => Entry(
                claims.File,
                $"{claims.Made.Command} of {Wording.Moment(claims.Made.At)}{(claims.Stale is { } why ? $", stale: {why}" : "")}")),
            report.Evidence.Tests.Select(tests => Entry(
                tests.File,
                $"{Wording.Count(tests.All.Sum, "test")} of {tests.Suite}, {Wording.Moment(tests.At)}"
                    + (tests.Stale is { } why ? $", stale: {why}" : "")))));

    private static IEnumerable<XElement> Entry(string name, params object[] value) => [Element("dt", name), Element("dd", value)];
}
