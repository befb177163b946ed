using Infra.Cli.Report.Requirements;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

/// <summary>Results of unit tests that say less than they seem to.</summary>
internal sealed class TestRunTests : EvidenceTests
{
    [Test]
    public async Task Run_OfAnotherProject_CountsForNothing()
    {
        var report = await Reports.OfAsync(Dev, Written(Run("<test-case result=\"Failed\" />", suite: "Other.Tests.dll")));

        Assert.That(report.Evidence.Tests.Single().Stale, Is.EqualTo("the program has no project of that name"));
        Assert.That((report.Requirements[0].Standing, report.Fails), Is.EqualTo((Standing.MetByPlan, false)));
    }

    // As NUnit writes what fails when all tests of a fixture are over: the tests themselves have passed.
    [Test]
    public async Task Fixture_ThatFailsInItsTearDown_FailsItsRequirement()
    {
        var run = Run(
            "<test-suite type=\"TestFixture\" result=\"Failed\" label=\"Error\" site=\"TearDown\"><properties>"
            + "<property name=\"Requirement\" value=\"R1\"/></properties><test-case result=\"Passed\" /></test-suite>");

        Assert.That((await Reports.OfAsync(Dev, Written(run))).Requirements[0].Standing, Is.EqualTo(Standing.NotMet));
    }

    [TestCase("Skipped")]
    [TestCase("Inconclusive")]
    public async Task Tests_ThatDidNotRun_AreNotCountedAsPassed(string result)
    {
        var page = Reports.PageOf(await Reports.OfAsync(Dev, Written(Run($"<test-case result=\"{result}\" />"))));

        Assert.That(page, Does.Contain("<td>1 left out</td>").And.Not.Contain("1 passed"));
    }

    [Test]
    public async Task TestWithoutARequirement_ThatFails_FailsTheReport()
    {
        var run = Run("<test-case result=\"Passed\" />", beside: "<test-case result=\"Failed\" />");

        var report = await Reports.OfAsync(Dev, Written(run));

        Assert.That((report.Standing, report.Fails), Is.EqualTo((Standing.MetByPlan, true)));
        Assert.That(Reports.PageOf(report), Does.Contain("Does not hold: 1 of the unit tests in Infra.Tests.dll."));
    }

    [PlainCase("passed=\"2\" failed=\"0\"", "it says that 2 passed, and has 1")]
    [PlainCase("passed=\"1\" failed=\"1\"", "it says that 1 failed, and has 0")]
    public void Run_ThatCountsOtherwiseThanItsTests_IsRefused(string counts, string message) =>
        Assert.That(
            () => Reports.OfAsync(Dev, Written(Run("<test-case result=\"Passed\" />", counts: counts))),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains($"contradicts itself: {message}"));

    private static string Run(string tests, string suite = "Infra.Tests.dll", string beside = "", string counts = "") =>
        $"""
        <test-run start-time="2026-11-28 10:00:00Z" {counts}><test-suite type="Assembly" name="{suite}">
          <test-suite><properties><property name="Requirement" value="R1"/></properties>{tests}</test-suite>{beside}
        </test-suite></test-run>
        """;
}
