using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost;

/// <summary>
/// Burstable servers are cheap as long as their processors are mostly idle. In unlimited mode, which is AWS's default for T3 and T4g,
/// whatever is above the baseline for a whole day is charged for, which no other line of an estimate shows.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html</remarks>
internal static class SurplusCredits
{
    // The same in the families t3, t3a and t4g:
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html.
    private static readonly Dictionary<string, (int Cpus, int BaselinePercent)> Sizes = new(StringComparer.Ordinal)
    {
        ["nano"] = (2, 5),
        ["micro"] = (2, 10),
        ["small"] = (2, 20),
        ["medium"] = (2, 20),
        ["large"] = (2, 30),
        ["xlarge"] = (4, 40),
        ["2xlarge"] = (8, 40),
    };

    public static IEnumerable<string> Notes(StackPricing stack)
    {
        foreach (var template in stack.Declared.Groups.Select(ServerCost.TemplateOf).DistinctBy(template => template.InstanceType))
        {
            var instanceType = template.InstanceType;
            if (PriceItemOf(instanceType) is { } item
                && stack.PriceOf(item) is { IsKnown: true } price
                && Sizes.TryGetValue(instanceType[(instanceType.IndexOf('.', StringComparison.Ordinal) + 1)..], out var size)
                && template.HasUnlimitedCredits)
            {
                var busy = price.Of((100m - size.BaselinePercent) / 100m * size.Cpus * Usage.HoursPerMonth);
                yield return
                    $"Not included: a {instanceType} that uses more than {Money.Quantity(size.BaselinePercent)} % of its processors "
                    + $"day after day is charged ${Money.UnitPrice(price.Tiers[0].UnitPrice)} for each vCPU-hour above, "
                    + $"at most ${Money.Text(busy)} a server and month.";
            }
        }
    }

    private static string? PriceItemOf(string instanceType) => instanceType.Split('.')[0] switch
    {
        "t3" or "t3a" => PriceItem.SurplusCreditOfT3,
        "t4g" => PriceItem.SurplusCreditOfT4g,
        _ => null,
    };
}
