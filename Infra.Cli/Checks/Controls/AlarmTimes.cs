using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Checks.Controls;

/// <summary>When each alarm has to ring: at which value, and after how long.</summary>
internal static class AlarmTimes
{
    private const int FiveMinutes = 300;
    private const int Day = 86_400;

    /// <summary>What is wrong with when an alarm rings; none of a metric that is not known here.</summary>
    public static string? ProblemOf(ResourceNode alarm, Settled settled)
    {
        var expected = Of(alarm, settled);
        if (expected.Count == 0)
            return null;

        var period = alarm.Number("period")
            ?? alarm.Paths("metricQueries").Select(query => alarm.Number($"{query}.metric.period")).FirstOrDefault(seconds => seconds > 0);
        var periods = alarm.Paths("metricQueries").Select(query => alarm.Number($"{query}.metric.period")).OfType<double>().Distinct().Count();
        var actual = new Ringing(
            alarm.Number("threshold") ?? double.NaN,
            (int)(period ?? 0),
            (int)(alarm.Number("datapointsToAlarm") ?? alarm.Number("evaluationPeriods") ?? 0),
            (int)(alarm.Number("evaluationPeriods") ?? 0));
        return expected.Contains(actual) && periods <= 1
            ? null
            : $"rings {actual}, and not {string.Join(" or ", expected)}";
    }

    private static IReadOnlyList<Ringing> Of(ResourceNode alarm, Settled settled)
    {
        var thresholds = AlarmThresholds.For(settled.Timings);
        return MetricOf(alarm) switch
        {
            "HealthyHostCount" => [new(1, 60, 2, 2)],
            "UnHealthyHostCount" =>
            [
                new(1, 60, thresholds.UnhealthyMinutes, thresholds.UnhealthyMinutes),
                new(1, 60, thresholds.HealingLoopMinutes, thresholds.HealingLoopWindow),
            ],
            "HTTPCode_Target_5XX_Count" or "HTTPCode_ELB_5XX_Count" => [new(AlarmThresholds.ErrorsInFiveMinutes, FiveMinutes, 1, 1)],
            "TargetResponseTime" => [new(settled.Settings.Monitoring.SlowResponse.TotalSeconds, 60, 5, 5)],
            "DaysToExpiry" => [new(AlarmThresholds.CertificateDays, Day, 1, 1)],
            "GroupInServiceInstances" => [new(1, 60, thresholds.CeilingMinutes, thresholds.CeilingMinutes)],
            "GroupTotalInstances" => [new(ServerFleet.Ceiling, 60, thresholds.OverCeilingMinutes, thresholds.OverCeilingMinutes)],
            _ => [],
        };
    }

    // Of several the first: what the expression begins with.
    private static string? MetricOf(ResourceNode alarm) =>
        alarm.Text("metricName")
        ?? alarm.Paths("metricQueries").Select(query => alarm.Text($"{query}.metric.metricName")).FirstOrDefault(name => name is not null);

    private sealed record Ringing(double Threshold, int Period, int BadPoints, int Points)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"at {Threshold} in {BadPoints} of {Points} points of {Period} s");
    }
}
