using System.Globalization;
using System.Xml.Linq;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Claims.Reports;

/// <summary>
/// A report for pipelines, in the XML that began with JUnit: https://github.com/testmoapp/junitxml describes what they read.
/// </summary>
internal static class ClaimJUnit
{
    public static string Of(ClaimReport report)
    {
        var suite = new XElement(
            "testsuite",
            Attribute("name", report.Suite),
            new XAttribute("tests", report.Verdicts.Count),
            new XAttribute("failures", report.Count(Outcome.Fail)),
            new XAttribute("errors", report.Count(Outcome.NotChecked)),
            new XAttribute("skipped", report.Count(Outcome.NotApplicable)),
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
            Attribute("name", claim.Text),
            Time(verdict.Took),
            finding.Outcome switch
            {
                Outcome.Fail => Ended("failure", finding),
                Outcome.NotChecked => Ended("error", finding),
                Outcome.NotApplicable => Ended("skipped", finding),
                _ => null,
            },
            new XElement("system-out", LegibleText.Lines($"{finding.Seen}\nDoes not prove {claim.NotProven}")));
    }

    private static XElement Ended(string how, Finding finding) => new(how, Attribute("message", finding.Seen));

    // XML has no way to write most control characters.
    private static XAttribute Attribute(string name, string text) => new(name, LegibleText.Lines(text));

    private static XAttribute Time(TimeSpan time) => new("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
}
