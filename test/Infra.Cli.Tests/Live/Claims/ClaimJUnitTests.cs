using System.Xml.Linq;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Tests.Shell;

namespace Infra.Cli.Tests.Live.Claims;

/// <summary>The report for pipelines, word by word.</summary>
internal sealed class ClaimJUnitTests
{
    [Test]
    public void Report_IsJUnits() => Assert.That(
        ClaimJUnit.Of(ToldReport.OfEach),
        Is.EqualTo(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <testsuites>
              <testsuite name="infra try dev" tests="4" failures="1" errors="1" skipped="1" time="1001.750">
                <testcase classname="R1" name="the first is so" time="1.500">
                  <system-out>well
            Does not prove that it stays so</system-out>
                </testcase>
                <testcase classname="site" name="the second is so" time="1000.000">
                  <failure message="one&#xA;two" />
                  <system-out>one
            two
            Does not prove the rest</system-out>
                </testcase>
                <testcase classname="R8" name="the third is so" time="0.250">
                  <error message="nobody answers" />
                  <system-out>nobody answers
            Does not prove anything</system-out>
                </testcase>
                <testcase classname="R7" name="the fourth is so" time="0.000">
                  <skipped message="left out" />
                  <system-out>left out
            Does not prove more</system-out>
                </testcase>
              </testsuite>
            </testsuites>

            """));

    [Test]
    public void Report_WithoutClaims_IsASuiteOfNone() => Assert.That(
        ClaimJUnit.Of(new ToldReport()),
        Does.EndWith(
            """
              <testsuite name="infra try dev" tests="0" failures="0" errors="0" skipped="0" time="0.000" />
            </testsuites>

            """));

    [Test]
    public void Report_CountsEachOutcome_AsJUnitCallsIt()
    {
        Outcome[] outcomes =
        [
            Outcome.Fail, Outcome.NotChecked, Outcome.NotChecked, Outcome.NotApplicable, Outcome.NotApplicable, Outcome.NotApplicable,
            Outcome.Pass,
        ];

        var suite = XDocument.Parse(ClaimJUnit.Of(ToldReport.Of(outcomes))).Root!.Element("testsuite")!;

        Assert.That(
            new[] { "tests", "failures", "errors", "skipped" }.Select(name => (int)suite.Attribute(name)!), Is.EqualTo([7, 1, 2, 3]));
        Assert.That(
            new[] { "testcase", "failure", "error", "skipped" }.Select(name => suite.Descendants(name).Count()), Is.EqualTo([7, 1, 2, 3]));
    }

    [Test]
    public void Texts_ThatNoXmlHas_AreWrittenOut()
    {
        var claim = new Claim("R1", $"claim {HostileText.Steering}", $"proof {HostileText.Steering}");

        foreach (var outcome in Enum.GetValues<Outcome>())
            HostileText.AssertXml(ClaimJUnit.Of(new ToldReport(new Verdict(claim, new(outcome, $"seen {HostileText.Steering}")))));
    }
}
