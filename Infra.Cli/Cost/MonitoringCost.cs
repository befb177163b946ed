using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>Alarms, the dashboard, and the key that encrypts the alerts.</summary>
internal static class MonitoringCost
{
    // Anything faster is a high-resolution alarm, which costs three times as much.
    private const double StandardPeriodSeconds = 60;

    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        var alarms = stack.OfType(TypeToken.MetricAlarm).ToLookup(IsHighResolution);
        if (alarms[false].Any())
            yield return stack.Line("Alarms", Count(alarms[false]), PriceItem.AlarmMetric, alarms[false].Sum(MetricsOf));
        if (alarms[true].Any())
        {
            yield return stack.Line(
                "Alarms, high resolution", Count(alarms[true]), PriceItem.HighResolutionAlarmMetric, alarms[true].Sum(MetricsOf));
        }

        var composites = stack.OfType(TypeToken.CompositeAlarm).Count;
        if (composites > 0)
            yield return stack.Line("Alarms, composite", "", PriceItem.CompositeAlarm, composites);

        var dashboards = stack.Declared.DashboardCount;
        if (dashboards > 0)
            yield return stack.Line("Dashboard", "", PriceItem.Dashboard, dashboards);

        var keys = stack.OfType(TypeToken.KmsKey).Count;
        if (keys > 0)
            yield return stack.Line("Encryption key", "", PriceItem.KmsKey, keys);
    }

    /// <summary>What an older key costs on top: https://aws.amazon.com/kms/pricing/.</summary>
    public static IEnumerable<string> Notes(StackPricing stack)
    {
        if (stack.OfType(TypeToken.KmsKey).Any(key => key.IsTrue("enableKeyRotation")))
        {
            var price = Money.UnitPrice(stack.PriceOf(PriceItem.KmsKey).Tiers[0].UnitPrice);
            yield return
                "Not included: the encryption key is rotated once a year, "
                + $"and costs ${price} more a month after the first and after the second time.";
        }
    }

    private static string Count(IEnumerable<ResourceNode> alarms) => Money.Quantity(alarms.Count(), "alarm");

    // An alarm on an expression costs as much as one alarm for each metric in it.
    private static int MetricsOf(ResourceNode alarm) =>
        alarm.Has("metricQueries") ? alarm.Paths("metricQueries").Count(query => alarm.Has($"{query}.metric")) : 1;

    private static bool IsHighResolution(ResourceNode alarm) =>
        alarm.Paths("metricQueries")
            .Select(query => $"{query}.metric.period")
            .Append("period")
            .Any(path => alarm.Number(path) < StandardPeriodSeconds);
}
