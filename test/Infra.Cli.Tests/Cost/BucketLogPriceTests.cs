using Infra.Cli.Cost;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

/// <summary>What the load balancer's logs cost: the kinds that are on, for as long as the bucket keeps them.</summary>
internal sealed class BucketLogPriceTests
{
    private const string Delivered = "Log files, delivered";

    // A file every five minutes of each kind in each of two zones.
    [TestCase("", "")]
    [TestCase("accessLogs", "1 kind", "Access logs, stored")]
    [TestCase("connectionLogs", "1 kind", "Connection logs, stored")]
    [TestCase("healthCheckLogs", "1 kind", "Health check logs, stored")]
    [TestCase("accessLogs healthCheckLogs", "2 kinds", "Access logs, stored", "Health check logs, stored")]
    public async Task Logs_ThatAreOn_AreStoredAndDelivered(string on, string kinds, params string[] stored)
    {
        var off = DeclaredBucketLogs.Kinds.Except(on.Split(' '));
        var graph = off.Aggregate(await Graphs.Of("dev"), (graph, kind) => graph.Set("web-alb", $"{kind}.enabled", false));

        var lines = Stacks.Estimate(graph).Lines;

        var delivered = lines.SingleOrDefault(line => line.Item == Delivered);
        Assert.Multiple(() =>
        {
            Assert.That(
                lines.Select(line => line.Item).Where(item => item.EndsWith(" logs, stored", StringComparison.Ordinal) && item[0] != 'F'),
                Is.EqualTo(stored));
            Assert.That(delivered?.Detail ?? "", Is.EqualTo(kinds));
            Assert.That(delivered?.MinimumQuantity, Is.EqualTo(kinds.Length == 0 ? null : stored.Length * 2m * 12m * 730m / 1000m));
        });
    }

    [TestCase(7d, 30d, "7 days, 30 more", 37)]
    [TestCase(7d, null, "7 days", 7)]
    [TestCase(1d, null, "1 day", 1)]
    public async Task Logs_OfABucket_AreStoredForItsDays(double days, double? more, string shown, decimal all)
    {
        var graph = Kept(await Graphs.Of("dev"), days, more);

        var line = Stacks.Estimate(graph).Line("Access logs, stored");

        Assert.That((line.Detail, line.MinimumQuantity), Is.EqualTo((shown, 0.15m * all * 24m / 730m)));
    }

    /// <summary>With other days in the logs' bucket; null takes them away.</summary>
    public static ResourceGraph Kept(ResourceGraph graph, double? days, double? more)
    {
        const string More = "rules.0.noncurrentVersionExpiration";
        var other = graph.Set(Lifecycle(graph), "rules.0.expiration.days", days);
        return other.Set(Lifecycle(other), more is null ? More : $"{More}.noncurrentDays", more);
    }

    private static ResourceNode Lifecycle(ResourceGraph graph)
    {
        var bucket = graph.Named("web-alb").Text("accessLogs.bucket");
        return graph.OfType(TypeToken.BucketLifecycleConfiguration).Single(lifecycle => lifecycle.Text("bucket") == bucket);
    }
}
