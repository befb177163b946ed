using Infra.Cli.Cost;

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
}
