using Infra.Cli.Cost;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Rehearsal;

namespace Infra.Cli.Tests.Cost;

internal sealed class CostSummaryTests
{
    [TestCase("Cost: about $57.86 a month at 1 server, $90.34 at 3 (eu-west-1, on demand, 100 GB out; infra cost dev)", "dev")]
    [TestCase("Cost: about $137.38 a month at 2 servers, $153.65 at 3 (eu-west-1, on demand, 100 GB out; infra cost prod)", "prod")]
    [TestCase("Cost: about $90.34 a month at 3 servers (eu-west-1, on demand, 100 GB out; infra cost dev)", "dev", "minServers=3")]
    public async Task Line_OfAStack_HasBothTotals(string expected, string stack, params string[] settings) =>
        Assert.That(CostSummary.Line(await Graphs.Of(stack, settings)), Is.EqualTo(expected));

    // 57.86 without a server's 730 h x 0.0184 = 13.43, and thrice that.
    [Test]
    public async Task Line_WithoutAPrice_SaysThatItIsAtLeastThat()
    {
        var graph = await Graphs.Of("dev", "instanceType=m3.medium");

        Assert.That(
            CostSummary.Line(graph),
            Is.EqualTo(
                "Cost: at least $44.43 a month at 1 server, $50.04 at 3 "
                + "(eu-west-1, on demand, 100 GB out, 1 price not known; infra cost dev)"));
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return new(
            (ResourceGraph prod) => prod.With(TypeToken.LogGroup, "retentionInDays", null),
            "the logs of net-flow-logs-log are not priced: they must go to a log group of the stack that has a retention")
        {
            TestName = "{m}(logs that stay)",
        };
        yield return new(
            (ResourceGraph prod) => BucketLogPriceTests.Kept(prod, null, null),
            "the logs in logs-storage-bucket-cc6d29b are not priced: its lifecycle must say when they expire")
        {
            TestName = "{m}(files that stay)",
        };
        yield return new(
            (ResourceGraph prod) => prod.Without("fleet-launch-template"),
            "the servers of fleet-group are not priced: their launch template is not in the stack")
        {
            TestName = "{m}(servers of something else)",
        };
    }

    [TestCaseSource(nameof(Refused))]
    public async Task Line_OfWhatCantBePriced_SaysWhy(Func<ResourceGraph, ResourceGraph> edit, string why) =>
        Assert.That(CostSummary.Line(edit(await Graphs.Of("prod"))), Is.EqualTo($"Cost: not estimated, {why}"));

    // Only a file has such a value; of the program's own it would be a fault of the program.
    [TestCase(PlanKind.State)]
    [TestCase(PlanKind.Preview)]
    [TestCase(null)]
    public async Task Line_OfAValueOfNoForm_SaysSoOfAFile(PlanKind? origin)
    {
        var graph = (await Graphs.Of("dev")).With(TypeToken.TargetGroup, "healthCheck.interval", 1e300);
        var plan = new ResourceGraph(graph.ProjectName, graph.StackName, graph.Region, graph.Nodes, graph.Outputs) { Origin = origin };

        if (origin is null)
            Assert.That(() => CostSummary.Line(plan), Throws.TypeOf<OverflowException>());
        else
            Assert.That(CostSummary.Line(plan), Does.StartWith("Cost: not estimated, the stack has a value of a form that no stack has ("));
    }
}
