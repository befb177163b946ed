using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>Alarms, the dashboard, and the key that encrypts the alerts.</summary>
internal static class MonitoringCost
{
    // Anything faster is a high-resolution alarm, which costs three times as much.
    private const double StandardPeriodSeconds = 60;

    // Auto Scaling makes and deletes them itself, one to add servers and one to remove them:
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html.
    private const int AlarmsPerPolicy = 2;

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

        var tracking = stack.Declared.Groups.Sum(group => group.Tracking.Count);
        if (tracking > 0)
        {
            yield return stack.Line(
                "Alarms of scaling", Money.Quantity(tracking, "policy", "policies"), PriceItem.AlarmMetric, tracking * AlarmsPerPolicy);
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
        if (stack.OfType(TypeToken.KmsKey).Any(node => node.IsTrue("enableKeyRotation"))
            && stack.PriceOf(PriceItem.KmsKey) is { IsKnown: true } key)
        {
            yield return
                "Not included: the encryption key is rotated once a year, "
                + $"and costs ${Money.UnitPrice(key.Tiers[0].UnitPrice)} more a month after the first and after the second time.";
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
