using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>What AWS delivers to CloudWatch Logs: records of the network's connections, and of the firewall's requests.</summary>
internal static class LogCost
{
    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        foreach (var flowLog in stack.Graph.OfType(TypeToken.FlowLog))
        {
            foreach (var line in Group(stack, flowLog, "Flow logs", "logDestination", stack.Usage.FlowLogGb))
                yield return line;
        }

        foreach (var logging in stack.Graph.OfType(TypeToken.WebAclLoggingConfiguration))
        {
            foreach (var line in Group(stack, logging, "Firewall logs", "logDestinationConfigs.0", stack.Usage.FirewallLogGb))
                yield return line;
        }
    }

    private static IEnumerable<CostLine> Group(StackPricing stack, ResourceNode source, string item, string destination, decimal gb)
    {
        var group = stack.Graph.ByIdOrArn(source.Text(destination));
        if (group?.Type != TypeToken.LogGroup || group.Number("retentionInDays") is not > 0)
            throw new InvalidUsageException($"the logs of {source.Name} are not priced: they must go to a log group of the stack that has a retention");

        var kept = (decimal)group.Number("retentionInDays")!.Value;
        yield return stack.Line(item, "", PriceItem.VendedLogs, gb);
        yield return stack.Line(
            $"{item}, stored", $"{Money.Quantity(kept, "day")}, compressed", PriceItem.LogStorage,
            Usage.Stored(gb, kept) * Usage.LogCompression);
    }
}
