using Infra.Cli.Cost;

namespace Infra.Cli.Tests.Cost;

internal sealed class CostSummaryTests
{
    [TestCase("Cost: about $57.40 a month at 1 server, $89.88 at 3 (eu-west-1, on demand, 100 GB out; infra cost dev)", "dev")]
    [TestCase("Cost: about $136.59 a month at 2 servers, $152.86 at 3 (eu-west-1, on demand, 100 GB out; infra cost prod)", "prod")]
    [TestCase("Cost: about $89.88 a month at 3 servers (eu-west-1, on demand, 100 GB out; infra cost dev)", "dev", "minServers=3")]
    public async Task Line_OfAStack_HasBothTotals(string expected, string stack, params string[] settings) =>
        Assert.That(CostSummary.Line(await Stacks.GraphAsync(stack, settings)), Is.EqualTo(expected));

    [Test]
    public async Task Line_WithoutAPrice_SaysWhichIsMissing()
    {
        var graph = await Stacks.GraphAsync("dev", "instanceType=c5.large");

        Assert.That(
            CostSummary.Line(graph),
            Does.StartWith("Cost: not estimated, the price of instance type c5.large in eu-west-1 is not known"));
    }
}
