using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Report;

/// <summary>A report says of each kind of evidence that it is not here where it is not, and only there.</summary>
internal sealed class NotProvenPartTests : EvidenceTests
{
    private const string Live = "Anything of a running stack: no result of infra verify or infra drill is here, or none that counts.";
    private const string Heals = "How the running stack heals and grows: no result of infra drill is here, or none that counts.";
    private const string Real =
        "How load balancer and servers answer on real connections: no result of infra rehearse --drill is here.";

    private const string Tests = "That the program's unit tests pass: their results are not here, or do not count.";
    private const string Old = "What FILE says: it is 40 days old, and 30 are allowed.";
    private const string OldTests = "What FILE says: the commit is newer.";

    private static readonly string[] Always =
    [
        "That AWS behaves as its documents say: the rehearsal plays it by them.",
        "That what runs is this plan: infra drift and infra diff compare the two.",
    ];

    private static IEnumerable<TestCaseData> Given =>
    [
        Case("", Live, Real, Tests),
        Case("verify", Heals, Real, Tests),
        Case("drill", Real, Tests),
        Case("verify, drill", Real, Tests),
        Case("drill, verify", Real, Tests),
        Case("rehearse", Live, Tests),
        Case("tests", Live, Real),
        Case("verify, rehearse", Heals, Tests),
        Case("drill, rehearse", Tests),
        Case("verify, tests", Heals, Real),
        Case("verify, drill, rehearse, tests"),
        Case("old verify", Live, Real, Tests, Old),
        Case("old drill", Live, Real, Tests, Old),
        Case("old drill, verify", Heals, Real, Tests, Old),
        Case("drill, old verify", Real, Tests, Old),
        Case("drill, old drill", Real, Tests, Old),
        Case("old rehearse", Live, Real, Tests, Old),
        Case("old rehearse, rehearse", Live, Tests, Old),
        Case("old tests", Live, Real, Tests, OldTests),
        Case("old tests, tests", Live, Real, OldTests),
        Case("old verify, old drill, old rehearse, old tests", Live, Real, Tests, Old, Old, Old, OldTests),
        Case("open drill", Real, Tests, NotTried("infra drill")),
        Case("open verify, drill", Real, Tests, NotTried("infra verify")),
        Case("old open drill", Live, Real, Tests, Old),
    ];

    [TestCaseSource(nameof(Given))]
    public async Task Evidence_OfAnyKinds_LeavesOpenWhatTheOthersWouldShow(string kinds, string[] open)
    {
        var page = Reports.PageOf(await Reports.OfAsync(
            Dev, [.. kinds.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(kind => Written(Evidence(kind)))]));

        var sentences = Regex.Matches(Reports.Section(page, "not-proven"), "<li>(.*?)</li>").Select(item =>
            Regex.Replace(item.Groups[1].Value, "^What .+ says: ", "What FILE says: "));
        Assert.That(sentences, Is.EqualTo(Always.Concat(open)));
    }

    private static TestCaseData Case(string kinds, params string[] open) =>
        new TestCaseData(kinds, open).SetArgDisplayNames(kinds.Length == 0 ? "nothing" : kinds);

    private static string NotTried(string command) =>
        $"That no server has a public address: {command} could not check it (two servers &lt;b&gt;and&lt;/b&gt; no address).";

    private string Evidence(string kind)
    {
        var (isOld, isOpen, name) = (kind.StartsWith("old", StringComparison.Ordinal), kind.Contains("open"), kind.Split(' ')[^1]);
        return name == "tests"
            ? $"""
                <test-run start-time="{(isOld ? "2026-11-20" : "2026-11-28")} 10:00:00Z"><test-suite type="Assembly" name="Infra.Tests.dll">
                  <properties><property name="Requirement" value="R1" /></properties><test-case result="Passed" />
                </test-suite></test-run>
                """
            : Reports.Evidence(
                Plan, $"infra {name}", at: isOld ? Reports.Now.AddDays(-40) : null, outcome: isOpen ? "notChecked" : "pass");
    }
}
