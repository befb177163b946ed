using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary>The servers of Auto Scaling groups, with their disks and metrics.</summary>
internal static class ServerCost
{
    // What a server reports each minute instead of every five:
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html.
    private const int MetricsPerServer = 7;

    // What Amazon Linux 2023 has, and the program asks for.
    private const decimal GbOfAnImage = 8;

    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        foreach (var group in stack.Declared.Groups)
        {
            var template = TemplateOf(group);
            yield return stack.ServerLine(Item("Servers"), template.InstanceType, group);

            foreach (var other in template.Disks.Where(disk => !IsPriced(disk)))
            {
                yield return StackPricing.LinePerServer(
                    Item("Servers, disks"), $"{other.VolumeType ?? "of no type"}, or faster than gp3 comes",
                    StackPricing.NotPriced("GB", $"a disk of {template.Name}"), (decimal?)other.Gb ?? GbOfAnImage, group);
            }

            var disk = template.Disks.Where(IsPriced).Sum(disk => (decimal?)disk.Gb ?? GbOfAnImage);
            if (disk > 0)
            {
                yield return stack.LinePerServer(
                    Item("Servers, disks"), $"gp3, {Money.Quantity(disk)} GB each", PriceItem.Gp3Storage, disk, group);
            }

            if (template.IsMonitored)
            {
                yield return stack.LinePerServer(
                    Item("Servers, metrics"), "each minute", PriceItem.DetailedMetric, MetricsPerServer, group);
            }

            string Item(string item) => StackPricing.ItemOf(item, group, stack.Declared.Groups);
        }
    }

    /// <summary>The launch template that a group starts its servers from.</summary>
    public static DeclaredLaunchTemplate TemplateOf(DeclaredGroup group) => group.LaunchTemplate
        ?? throw new InvalidUsageException($"the servers of {group.Name} are not priced: their launch template is not in the stack");

    /// <summary>What is assumed of disks.</summary>
    public static IEnumerable<string> Notes(StackPricing stack)
    {
        var gb = Money.Quantity(GbOfAnImage);
        if (stack.Declared.Groups.SelectMany(group => TemplateOf(group).Disks).Any(disk => disk.Gb is null))
            yield return $"A server's disk is as large as its image: {gb} GB are assumed, as Amazon Linux 2023 has.";
    }

    private static bool IsPriced(DeclaredDisk disk) => disk is { VolumeType: "gp3", HasExtraPerformance: false };
}
