using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>The servers of the Auto Scaling group, with their disks and metrics.</summary>
internal static class ServerCost
{
    // What a server reports each minute instead of every five: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html.
    private const int MetricsPerServer = 7;

    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        foreach (var group in stack.Graph.OfType(TypeToken.AutoScalingGroup))
        {
            var template = TemplateOf(stack.Graph, group);
            yield return stack.ServerLine("Servers", template.Text("instanceType")!, stack.Fleet.Minimum, stack.Fleet.Maximum);

            var disk = DiskGb(template);
            if (disk > 0)
                yield return stack.LinePerServer("Servers, disks", $"gp3, {Money.Quantity(disk)} GB each", PriceItem.Gp3Storage, disk);
            if (template.IsTrue("monitoring.enabled"))
                yield return stack.LinePerServer("Servers, metrics", "each minute", PriceItem.DetailedMetric, MetricsPerServer);
        }
    }

    /// <summary>The launch template that a group starts its servers from.</summary>
    public static ResourceNode TemplateOf(ResourceGraph graph, ResourceNode group) =>
        graph.ByIdOrArn(group.Text("launchTemplate.id"))
        ?? throw new InvalidUsageException($"the servers of {group.Name} are not priced: their launch template is not in the stack");

    private static decimal DiskGb(ResourceNode template)
    {
        var total = 0m;
        for (var i = 0; i < template.Items("blockDeviceMappings").Length; i++)
        {
            var volume = $"blockDeviceMappings.{i}.ebs";
            if (template.Text($"{volume}.volumeType") != "gp3" || template.Has($"{volume}.iops") || template.Has($"{volume}.throughput"))
                throw new InvalidUsageException($"a disk of {template.Name} is not priced: only gp3 with its included performance is, see {PriceBook.FileName}");

            total += (decimal)template.Number($"{volume}.volumeSize")!.Value;
        }

        return total;
    }
}
