using System.Text.RegularExpressions;
using Infra.Cli.Report;

namespace Infra.Cli.Tests.Report;

/// <summary>Evidence that is stale is shown, and nowhere counted, whatever is given beside it.</summary>
internal sealed class StaleEvidenceTests : EvidenceTests
{
    private static readonly DateTimeOffset TooOld = Reports.Now.AddDays(-40);

    [TestCase("fresh", true)]
    [TestCase("stale", false)]
    public async Task Times_OfEvidence_AreMeasuredOnlyIfItCounts(string kind, bool isThere)
    {
        var page = Reports.PageOf(await OfAsync(kind));

        Assert.That(Reports.Section(page, "times").Contains("infra drill, 2026-", StringComparison.Ordinal), Is.EqualTo(isThere));
    }

    [TestCase("not given")]
    [TestCase("stale", "stale")]
    [TestCase("stale", "stale", "stale")]
    [TestCase("1 of 1 claim holds", "fresh")]
    [TestCase("1 of 1 claim holds", "stale", "fresh")]
    [TestCase("1 of 1 claim holds", "fresh", "stale")]
    [TestCase("1 of 2 claims hold", "fresh", "stale", "failing")]
    public async Task RunningStack_OfARequirement_IsWhatCounts(string shown, params string[] kinds)
    {
        var verdict = Reports.Section(Reports.PageOf(await OfAsync(kinds)), "verdict");
        var row = verdict.Split("<tr>").Single(row => row.Contains("#r1\"", StringComparison.Ordinal));

        Assert.That(Regex.Matches(row, "<td[^>]*>([^<]*)</td>")[^1].Groups[1].Value, Is.EqualTo(shown));
    }

    [TestCase(false)]
    [TestCase(false, "stale failing")]
    [TestCase(false, "fresh", "stale failing")]
    [TestCase(true, "failing")]
    [TestCase(true, "stale failing", "failing")]
    public async Task Report_BeyondTheRequirements_FailsByWhatCounts(bool fails, params string[] kinds)
    {
        var report = await OfAsync(requirement: null, kinds);

        Assert.That(report.Fails, Is.EqualTo(fails));
        Assert.That(report.FailingEvidence, fails ? Is.EqualTo(new[] { "that no server has a public address (infra drill)" }) : Is.Empty);
    }

    [TestCase(false, "stale failing")]
    [TestCase(true, "failing")]
    [TestCase(true, "stale failing", "failing")]
    public async Task Failures_OfARequirement_AreThoseOfWhatCounts(bool fails, params string[] kinds)
    {
        var failures = (await OfAsync(kinds)).Requirements.Single(requirement => requirement.Id == "R1").Failures;

        Assert.That(failures, fails ? Is.EqualTo(new[] { "no server has a public address" }) : Is.Empty);
    }

    private Task<StackReport> OfAsync(params string[] kinds) => OfAsync("R1", kinds);

    private Task<StackReport> OfAsync(string? requirement, string[] kinds) => Reports.OfAsync(
        Dev,
        [
            .. kinds.Select(kind => Written(Reports.Evidence(
                Plan, at: kind.StartsWith("stale", StringComparison.Ordinal) ? TooOld : null, requirement: requirement,
                outcome: kind.EndsWith("failing", StringComparison.Ordinal) ? "fail" : "pass"))),
        ]);
}
