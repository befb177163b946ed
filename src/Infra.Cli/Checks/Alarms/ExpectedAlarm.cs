using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Alarms;

/// <summary>An alarm that a stack needs: what it looks at, and when it rings.</summary>
/// <param name="Metrics">What it looks at; of several the first is what it is about.</param>
/// <param name="Comparison">How a bad value compares with the threshold, in AWS's word.</param>
/// <param name="Missing">What a point without data counts as, in AWS's word.</param>
internal sealed record ExpectedAlarm(ImmutableArray<ExpectedMetric> Metrics, string Comparison, string Missing)
{
    /// <summary>What the value is compared with, and how many of how many points must be bad; none unless the settings are known.</summary>
    public Ringing? Rings { get; init; }

    /// <summary>What is wrong with an alarm that is to be this one; none if it is.</summary>
    public string? ProblemOf(ResourceNode alarm)
    {
        if (alarm.Text("comparisonOperator") != Comparison)
            return $"{Expect.Actual(alarm, "comparisonOperator")}, and not {Comparison}";
        if (alarm.Text("treatMissingData") != Missing)
            return $"{Expect.Actual(alarm, "treatMissingData")}, and not {Missing}";
        if (Rings is not null && Ringing.Of(alarm) is var rings && rings != Rings)
            return $"rings {rings}, and not {Rings}";
        return AlarmQueries.ProblemOf(alarm, Metrics);
    }
}

/// <summary>A metric as an alarm must ask for it.</summary>
/// <param name="Namespace">E.g. <c>AWS/ApplicationELB</c>.</param>
/// <param name="Name">As the namespace spells it.</param>
/// <param name="Statistic">The one that means something.</param>
/// <param name="Dimensions">Of which resource it is.</param>
internal sealed record ExpectedMetric(
    string Namespace, string Name, string Statistic, ImmutableSortedDictionary<string, string> Dimensions);

/// <summary>When an alarm rings.</summary>
/// <param name="Threshold">What the value is compared with.</param>
/// <param name="Period">The length of a point, in seconds.</param>
/// <param name="BadPoints">How many of the latest points must be bad.</param>
/// <param name="Points">How many of them are looked at.</param>
internal sealed record Ringing(double Threshold, int Period, int BadPoints, int Points)
{
    public static Ringing Of(ResourceNode alarm) => new(
        alarm.Number("threshold") ?? double.NaN,
        // Of points of several lengths there is none that rings.
        PeriodsOf(alarm).Distinct().ToList() is [var only] ? (int)only : 0,
        (int)(alarm.Number("datapointsToAlarm") ?? alarm.Number("evaluationPeriods") ?? 0),
        (int)(alarm.Number("evaluationPeriods") ?? 0));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"at {Threshold} in {BadPoints} of {Points} points of {Period} s");

    private static IEnumerable<double> PeriodsOf(ResourceNode alarm) => alarm.Paths("metricQueries")
        .Where(query => alarm.Has($"{query}.metric"))
        .Select(query => alarm.Number($"{query}.metric.period") ?? 0)
        .Concat(alarm.Has("metricName") ? [alarm.Number("period") ?? 0] : []);
}
