using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>S3: the load balancer's logs, which it delivers for nothing, and the site.</summary>
internal static class StorageCost
{

    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        foreach (var loadBalancer in stack.Graph.OfType(TypeToken.LoadBalancer))
        {
            foreach (var (item, logs) in new[] { ("Access logs, stored", "accessLogs"), ("Connection logs, stored", "connectionLogs") })
            {
                if (!loadBalancer.IsTrue($"{logs}.enabled"))
                    continue;

                var days = DaysKept(stack.Graph, loadBalancer.Text($"{logs}.bucket")!);
                yield return stack.Line(
                    item, Money.Quantity(days, "day"), PriceItem.S3Storage, Usage.Stored(stack.Usage.LoadBalancerLogGb, days));
            }
        }

        if (stack.Graph.OfType(TypeToken.BucketObject).Any())
        {
            yield return stack.Line("Site, stored", "", PriceItem.S3Storage, Usage.SiteStorageGb);
            yield return stack.Line("Site, read by servers", "", PriceItem.S3Get, Usage.SiteReads / 1_000m);
        }
    }

    // A versioned bucket keeps what has expired for as long again as it keeps noncurrent versions.
    private static decimal DaysKept(ResourceGraph graph, string bucket)
    {
        var rules = graph.OfType(TypeToken.BucketLifecycleConfiguration).FirstOrDefault(lifecycle => lifecycle.Text("bucket") == bucket);
        return rules?.Number("rules.0.expiration.days") is { } expiration
            ? (decimal)(expiration + (rules.Number("rules.0.noncurrentVersionExpiration.noncurrentDays") ?? 0))
            : throw new InvalidUsageException($"the logs in {bucket} are not priced: its lifecycle must say when they expire");
    }
}
