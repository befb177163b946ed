using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

internal sealed class ServerDiskTests
{
    [Test]
    public async Task Disks_OfAServer_AreAllPriced()
    {
        var graph = await Graphs.Of("dev");
        var disk = graph.Named("fleet-launch-template").Find("blockDeviceMappings.0")!;
        var two = graph.Set("fleet-launch-template", "blockDeviceMappings", Edits.List(disk, disk));

        Assert.That(Gb(two), Is.EqualTo(2 * Gb(graph)));
    }

    private static decimal? Gb(ResourceGraph graph) =>
        CostEstimator.Estimate(graph, new(), PriceBook.Default).Line("Servers, disks").MinimumQuantity;
}
