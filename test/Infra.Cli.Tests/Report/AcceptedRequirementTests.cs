using Infra.Cli.Report.Requirements;

namespace Infra.Cli.Tests.Report;

/// <summary>A requirement whose control somebody has waived for this project.</summary>
internal sealed class AcceptedRequirementTests
{
    private const string Waivers = """
        waivers:
          - control: server-no-public-address
            resources: [fleet-launch-template]
            reason: Nobody <b>looks</b> at this one.
        """;

    [Test]
    public async Task Requirement_ThatIsWaived_IsNotSaidToBeMet()
    {
        using var project = new TemporaryProject().With("waivers.yaml", Waivers);
        var dev = await Graphs.Of("dev");

        var report = await Reports.InAsync(project.Root, ReportPageTests.Naked(dev));
        var page = Reports.PageOf(report);

        Assert.That(report.Requirements[0].Standing, Is.EqualTo(Standing.Accepted));
        Assert.That(page, Does.Contain("R1 is not met in all, which somebody has accepted with a reason."));
        Assert.That(page, Does.Contain("Accepted: Nobody &lt;b&gt;looks&lt;/b&gt; at this one."));
    }
}
