using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

/// <summary>What alarms cost: each metric by itself, and three times as much where it is looked at more often than once a minute.</summary>
internal sealed class AlarmPriceTests
{
    private const string Alarms = "Alarms";
    private const string Fast = "Alarms, high resolution";

    // https://aws.amazon.com/cloudwatch/pricing/: a standard alarm looks every minute at the most.
    [TestCase(60d, false)]
    [TestCase(59d, true)]
    [TestCase(10d, true)]
    public async Task Alarm_OnAMetric_IsFastBelowAMinute(double seconds, bool isFast)
    {
        var graph = await Graphs.Of("prod");
        var alarm = graph.OfType(TypeToken.MetricAlarm).First(alarm => alarm.Has("period"));

        var estimate = Estimate(graph.Set(alarm.Name, "period", seconds));

        Assert.That(QuantityOf(estimate, Fast), Is.EqualTo(isFast ? 1m : 0m));
        Assert.That(QuantityOf(estimate, Alarms), Is.EqualTo(QuantityOf(Estimate(graph), Alarms) - (isFast ? 1m : 0m)));
    }

    [Test]
    public async Task Alarm_OnAnExpression_IsFastIfOneOfItsMetricsIs_AndPaysForEach()
    {
        var graph = await Graphs.Of("prod");
        var alarm = graph.OfType(TypeToken.MetricAlarm).First(alarm => MetricsIn(alarm).Count > 1);

        foreach (var metric in MetricsIn(alarm))
        {
            var estimate = Estimate(graph.Set(alarm.Name, $"{metric}.period", 30d));

            Assert.That(QuantityOf(estimate, Fast), Is.EqualTo((decimal)MetricsIn(alarm).Count), metric);
        }
    }

    private static List<string> MetricsIn(ResourceNode alarm) =>
        [.. alarm.Paths("metricQueries").Select(query => $"{query}.metric").Where(alarm.Has)];

    private static decimal QuantityOf(CostEstimate estimate, string item) =>
        estimate.Lines.Where(line => line.Item == item).Sum(line => line.MinimumQuantity);

    private static CostEstimate Estimate(ResourceGraph graph) => CostEstimator.Estimate(graph, new(), PriceBook.Default);
}
