using System.Globalization;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>The result of all controls in one line, for commands that only mention it.</summary>
internal static class CheckSummary
{
    public static string Line(ResourceGraph graph, string rootDirectory)
    {
        var report = CheckReport.Of(graph, WaiverFile.Read(rootDirectory));
        var (pass, waived, notApplicable, fail) = CheckReport.Counts(report.Results);
        var notKnown = CheckReport.NotKnown(report.Results) is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $", {count} not known yet")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Controls: {pass} pass, {waived} waived, {notApplicable} not applicable, {fail} fail{notKnown}");
    }
}
