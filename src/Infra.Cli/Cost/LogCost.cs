using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>
/// What CloudWatch Logs takes and keeps: records of the network's connections and of the firewall's requests, which AWS delivers, and what
/// the application writes. The first 10 TB of either cost the same: https://aws.amazon.com/cloudwatch/pricing/.
/// </summary>
internal static class LogCost
{
    public static IEnumerable<CostLine> Lines(StackPricing stack) =>
    [
        .. Lines(stack, "Flow logs", stack.Declared.FlowLogs, stack.Usage.FlowLogGb),
        .. Lines(stack, "Firewall logs", [.. stack.Declared.WebAcls.SelectMany(acl => acl.Logs)], stack.Usage.FirewallLogGb),
        .. Lines(stack, "Application's output", stack.Declared.ServerLogs, stack.Usage.ApplicationLogGb),
    ];

    // Each gets a record of everything.
    private static IEnumerable<CostLine> Lines(StackPricing stack, string kind, IReadOnlyList<DeclaredLog> logs, decimal gb)
    {
        foreach (var log in logs)
        {
            var item = StackPricing.ItemOf(kind, log, logs);
            var days = log.Days ?? throw new InvalidUsageException(
                $"the logs of {log.Name} are not priced: they must go to a log group of the stack that has a retention");
            yield return stack.Line(item, "", PriceItem.VendedLogs, gb);
            yield return stack.Line(
                $"{item}, stored", $"{Money.Quantity(days, "day")}, compressed", PriceItem.LogStorage,
                Usage.Stored(gb, days) * Usage.LogCompression);
        }
    }
}
