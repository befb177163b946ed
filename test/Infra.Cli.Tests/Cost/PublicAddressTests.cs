using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

internal sealed class PublicAddressTests
{
    [TestCase(false, 2 * 730)]
    [TestCase(true, null)]
    public async Task Addresses_OfALoadBalancer_ArePricedWhereItHasThem(bool isInternal, int? hours)
    {
        var graph = (await Graphs.Of("dev")).Set("web-alb", "internal", isInternal);

        var lines = CostEstimator.Estimate(graph, new(), PriceBook.Default).Lines;

        Assert.That(lines.SingleOrDefault(line => line.Item == "Load balancer, IPv4")?.MinimumQuantity, Is.EqualTo((decimal?)hours));
    }
}
