using Infra.Cli.Report;
using Infra.Cli.Report.Requirements;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

/// <summary>Evidence from files: what counts, what is stale, and what is refused.</summary>
internal sealed class ReportEvidenceTests : EvidenceTests
{
    private const string TestRun = """
        <test-run id="1" start-time="{0}">
          <test-suite type="Assembly" name="Infra.Tests.dll">
            <test-suite type="TestFixture" name="NetworkTests">
              <properties><property name="Requirement" value="R1" /></properties>
              <test-case name="A" result="Passed"><properties><property name="Requirement" value="R8" /></properties></test-case>
              <test-case name="B" result="{1}" />
              <test-case name="C" result="Skipped" />
            </test-suite>
            <test-suite type="TestFixture" name="OtherTests"><test-case name="D" result="Passed" /></test-suite>
          </test-suite>
        </test-run>
        """;

    [TestCase("infra drill", Standing.SeenLive)]
    [TestCase("infra verify", Standing.SeenLive)]
    [TestCase("infra rehearse", Standing.MetByPlan)]
    public async Task Evidence_OfThisPlan_Counts_AndARehearsalIsNotTheRunningStack(string command, Standing expected) =>
        Assert.That(await R1Async(Reports.Evidence(Plan, command)), Is.EqualTo(expected));

    [TestCase("fail", Standing.NotMet)]
    [TestCase("notChecked", Standing.NotKnown)]
    [TestCase("notApplicable", Standing.MetByPlan)]
    public async Task Outcome_OfAClaim_DecidesItsRequirement(string outcome, Standing expected)
    {
        var evidence = Reports.Evidence(Plan, outcome: outcome);

        Assert.That(await R1Async(evidence), Is.EqualTo(expected));
        var report = await Reports.OfAsync(Dev, Written(evidence));
        Assert.That(report.Requirements.Skip(1).Select(other => other.Standing), Has.All.EqualTo(Standing.MetByPlan));
    }

    [TestCase(-29, false)]
    [TestCase(-31, true)]
    [TestCase(1, true)]
    public async Task Evidence_OlderThanAllowed_OrStillToCome_IsStale(int days, bool isStale)
    {
        var report = await Reports.OfAsync(Dev, Written(Reports.Evidence(Plan, at: Reports.Now.AddDays(days))));

        Assert.That(report.Evidence.Claims.Single().Stale is not null, Is.EqualTo(isStale));
        Assert.That(report.Requirements[0].Standing, Is.EqualTo(isStale ? Standing.MetByPlan : Standing.SeenLive));
    }

    [TestCase("0000000000000000", "it is of the plan 000000000000, and the stack has another since")]
    [TestCase(null, "it does not say of which plan it is")]
    public async Task Evidence_OfAFormerPlan_IsStale_AndNeitherHelpsNorHarms(string? plan, string why)
    {
        foreach (var outcome in (string[])["pass", "fail"])
        {
            var report = await Reports.OfAsync(Dev, Written(Reports.Evidence(plan, outcome: outcome)));

            Assert.That(report.Evidence.Claims.Single().Stale, Is.EqualTo(why));
            Assert.That(report.Requirements[0].Standing, Is.EqualTo(Standing.MetByPlan));
            Assert.That(Reports.PageOf(report), Does.Contain($"This evidence counts for nothing: {why}.").And.Contain(">stale<"));
        }
    }

    [TestCase("prod", null, "must be of stack dev of project infra, and is of prod of infra: leave it out")]
    [TestCase(null, "https://www.example.org/", "must be of stack dev, and is of https://www.example.org/, which the plan does not name")]
    public void Evidence_OfAnotherStack_IsRefused(string? stack, string? url, string message) =>
        Assert.That(
            () => Reports.OfAsync(Dev, Written(Reports.Evidence(Plan, stack: stack, url: url))),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains(message));

    // Of the same name, and made from the same plan.
    [Test]
    public void Evidence_OfAnotherProjectsStack_IsRefused() => Assert.That(
        () => Reports.OfAsync(Dev, Written(Reports.Evidence(Plan, project: "shop"))),
        Throws.TypeOf<InvalidUsageException>().With.Message.Contains("must be of stack dev of project infra, and is of dev of shop: "));

    [Test]
    public async Task Evidence_OfTheSitesOwnUrl_IsTaken_ButDoesNotSayOfWhichPlanItIs()
    {
        var prod = await Graphs.Of("prod");

        var report = await Reports.OfAsync(prod, Written(Reports.Evidence(null, stack: null, url: "https://www.example.com/")));

        Assert.That(report.Evidence.Claims.Single().Stale, Is.EqualTo("it does not say of which plan it is"));
    }

    [PlainCase("{}", "must be what verify, drill or rehearse print with --json")]
    [PlainCase("{ \"outcome\": \"pass\", \"checks\": [] }", "must say in 'made' which of")]
    [PlainCase("[1", "must be what verify, drill or rehearse print with --json")]
    [TestCase("<html></html>", "must be the XML of a test run of NUnit")]
    [PlainCase("<test-run", "must be XML")]
    [PlainCase("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "must be XML")]
    [PlainCase("<test-run start-time=\"2026-11-28 10:00:00Z\"><test-case result=\"Passed\"/></test-run>", "none of its 1 does")]
    [TestCase("", "must be a file of 1 byte to 64 MB")]
    public void File_ThatIsNoEvidence_IsRefusedInOneMessage(string content, string message) =>
        Assert.That(
            () => Reports.OfAsync(Dev, Written(content)),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains(message).And.Message.StartsWith("--with "));

    [Test]
    public void Files_WithSeveralProblems_AreToldAllAtOnce() =>
        Assert.That(
            () => Reports.OfAsync(Dev, Written("{}"), Missing),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains("\n--with ").And.Message.Contains("can't be read"));

    [TestCase("Passed", Standing.MetByPlan)]
    [TestCase("Failed", Standing.NotMet)]
    public async Task UnitTests_OfARequirement_CountByTheirOwnAndTheirFixturesName(string result, Standing expected)
    {
        var report = await Reports.OfAsync(Dev, Written(Run("2026-11-28 10:00:00Z", result)));
        var (r1, r8) = (report.Requirements[0], report.Requirements[7]);

        Assert.That(r1.Tests.Single().All.Sum, Is.EqualTo(3));
        Assert.That(r1.Tests.Single().All.Others, Is.EqualTo(1));
        Assert.That(r8.Tests.Single().All.Sum, Is.EqualTo(1));
        Assert.That(r1.Standing, Is.EqualTo(expected));
        Assert.That(r8.Standing, Is.EqualTo(Standing.MetByPlan));
        Assert.That(report.Requirements[1].Tests, Is.Empty);
    }

    [TestCase("2026-11-20 10:00:00Z", "the commit is newer")]
    [TestCase("2026-11-29 10:00:00Z", "its date is still to come")]
    public async Task UnitTests_FromBeforeTheCommit_OrStillToCome_AreStale(string start, string why)
    {
        var report = await Reports.OfAsync(Dev, Written(Run(start, "Failed")));

        Assert.That(report.Evidence.Tests.Single().Stale, Is.EqualTo(why));
        Assert.That(report.Requirements[0].Standing, Is.EqualTo(Standing.MetByPlan));
    }

    [Test]
    public async Task Text_OfAFile_IsText_AndNoElement()
    {
        var page = Reports.PageOf(await Reports.OfAsync(Dev, Written(Reports.Evidence(Plan))));

        Assert.That(page, Does.Contain("two servers &lt;b&gt;and&lt;/b&gt; no address"));
    }

    private static string Run(string start, string result) => TestRun.Replace("{0}", start).Replace("{1}", result);

    private async Task<Standing> R1Async(string evidence) =>
        (await Reports.OfAsync(Dev, Written(evidence))).Requirements[0].Standing;
}
