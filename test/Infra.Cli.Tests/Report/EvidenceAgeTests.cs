using Infra.Cli.Live.Claims;
using Infra.Cli.Report.Evidence;

namespace Infra.Cli.Tests.Report;

/// <summary>How old evidence may be, on both sides of each bound, and the same for what commands found as for unit tests.</summary>
internal sealed class EvidenceAgeTests
{
    private const string ToCome = "its date is still to come";

    private static readonly DateTimeOffset Now = Reports.Now;

    private static IEnumerable<TestCaseData> Ages =>
    [
        Case("just now", TimeSpan.Zero, null),
        Case("as old as allowed", TimeSpan.FromDays(30), null),
        Case("older than allowed", TimeSpan.FromDays(30) + TimeSpan.FromTicks(1), "it is 30 days old, and 30 are allowed"),
        Case("much older", TimeSpan.FromDays(400.4), "it is 400 days old, and 30 are allowed"),
        Case("as far ahead as clocks differ", TimeSpan.FromMinutes(-5), null),
        Case("further ahead", TimeSpan.FromMinutes(-5) - TimeSpan.FromTicks(1), ToCome),
        Case("a day ahead", TimeSpan.FromDays(-1), ToCome),
    ];

    [TestCaseSource(nameof(Ages))]
    public void Age_OfClaimsAndOfTests_CountsUpToTheBounds(TimeSpan age, string? why)
    {
        foreach (var committed in (DateTimeOffset?[])[null, Now - age, Now.AddYears(-2)])
        {
            var allowed = new EvidenceAge("0123", Now, TimeSpan.FromDays(30), committed);

            Assert.That(allowed.StaleOfTests(Now - age), Is.EqualTo(why), $"{committed}");
            Assert.That(allowed.StaleOf(new EvidenceStamp("infra drill", Now - age, Plan: "0123")), Is.EqualTo(why), $"{committed}");
        }
    }

    // A running stack is what was deployed, whatever was committed since.
    [TestCase(-1, "the commit is newer")]
    [TestCase(0, null)]
    [TestCase(1, null)]
    public void Commit_ThatIsNewer_MakesTestsStale_AndNoClaims(int ticks, string? why)
    {
        var committed = Now.AddDays(-1);
        var allowed = new EvidenceAge("0123", Now, TimeSpan.FromDays(30), committed);

        Assert.That(allowed.StaleOfTests(committed.AddTicks(ticks)), Is.EqualTo(why));
        Assert.That(allowed.StaleOf(new EvidenceStamp("infra drill", committed.AddTicks(ticks), Plan: "0123")), Is.Null);
    }

    private static TestCaseData Case(string name, TimeSpan age, string? why) => new TestCaseData(age, why).SetArgDisplayNames(name);
}
