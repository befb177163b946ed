using System.Text;
using System.Text.RegularExpressions;
using Infra.Cli.Report;
using Infra.Cli.Report.Page;
using Infra.Cli.Report.Requirements;
using Infra.Cli.Tests.Rehearsal.Applications;

namespace Infra.Cli.Tests.Report;

/// <summary>The report of a stack with an application, which is that of <c>samples/Web</c>.</summary>
internal sealed class SampleReportTests
{
    private StackReport _report = null!;

    [OneTimeSetUp]
    public async Task ReportAsync()
    {
        using var sample = new SampleProject();
        _report = await Reports.OfAsync(sample);
    }

    [Test]
    public void Sample_MeetsAllRequirements_ByThePlan()
    {
        Assert.That(_report.Requirements.Select(requirement => requirement.Standing), Has.All.EqualTo(Standing.MetByPlan));
        Assert.That(_report.Fails, Is.False);
        Assert.That(_report.Rehearsal.Why, Is.Null);
        Assert.That(_report.Cost.Why, Is.Null);
    }

    [Test]
    public void Page_OfTheSample_ShowsTheApplication_WhereASiteWouldBe()
    {
        var page = ReportPage.Write(_report);
        var drawing = Regex.Match(page, "base64,([A-Za-z0-9+/=]+)").Groups[1].Value;

        Assert.That(page, Does.Contain("<h1>sample: is the web server what was asked for?</h1>"));
        Assert.That(page, Does.Match("asks for</td>\\s*<td>\\s*<code>/health</code>"));
        Assert.That(page, Does.Contain("Application, stored").And.Contain("Application, read by servers"));
        Assert.That(page, Does.Not.Contain("Site, stored"));
        Assert.That(
            Encoding.UTF8.GetString(Convert.FromBase64String(drawing)), Does.Contain("application.tar").And.Not.Contain("site.tar"));
    }
}
