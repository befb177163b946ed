using System.Globalization;
using System.Xml.Linq;

namespace Infra.Cli.Verification.Reports;

/// <summary>A report for pipelines, in the XML that began with JUnit: https://github.com/testmoapp/junitxml describes what they read.</summary>
internal static class VerifyJUnit
{
    public static string Of(VerifyReport report)
    {
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", $"infra verify {report.Url}"),
            new XAttribute("tests", report.Verdicts.Count),
            new XAttribute("failures", report.Count(Outcome.Fail)),
            new XAttribute("errors", report.Count(Outcome.NotChecked)),
            Time(report.Verdicts.Aggregate(TimeSpan.Zero, (sum, verdict) => sum + verdict.Took)),
            report.Verdicts.Select(Case));
        return $"{new XDeclaration("1.0", "utf-8", null)}\n{new XElement("testsuites", suite)}\n";
    }

    private static XElement Case(Verdict verdict)
    {
        var (claim, finding) = (verdict.Claim, verdict.Finding);
        return new(
            "testcase",
            new XAttribute("classname", claim.Requirement ?? "site"),
            new XAttribute("name", claim.Text),
            Time(verdict.Took),
            finding.Outcome switch
            {
                Outcome.Fail => new XElement("failure", new XAttribute("message", finding.Seen)),
                Outcome.NotChecked => new XElement("error", new XAttribute("message", finding.Seen)),
                _ => null,
            },
            new XElement("system-out", $"{finding.Seen}\nDoes not prove {claim.NotProven}"));
    }

    private static XAttribute Time(TimeSpan time) => new("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
}
