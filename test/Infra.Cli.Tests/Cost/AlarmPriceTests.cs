using Infra.Cli.Cost;
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

    // 9 alarms on 12 metrics: of these, one on a metric and one on three.
    [Test]
    public async Task Alarms_OfBothKinds_AreCountedApart()
    {
        var graph = await Graphs.Of("prod");
        var one = graph.OfType(TypeToken.MetricAlarm).First(alarm => alarm.Has("period"));
        var three = graph.OfType(TypeToken.MetricAlarm).First(alarm => MetricsIn(alarm).Count == 3);

        var estimate = Estimate(graph.Set(one.Name, "period", 10d).Set(three.Name, $"{MetricsIn(three)[1]}.period", 10d));

        Assert.Multiple(() =>
        {
            Assert.That((estimate.Line(Alarms).Detail, QuantityOf(estimate, Alarms)), Is.EqualTo(("7 alarms", 8m)));
            Assert.That((estimate.Line(Fast).Detail, QuantityOf(estimate, Fast)), Is.EqualTo(("2 alarms", 4m)));
        });
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task Alarms_OnOtherAlarms_AreALineOfTheirOwn(int count)
    {
        var graph = Enumerable.Range(0, count).Aggregate(await Graphs.Of("dev"), (graph, _) => graph.Add(TypeToken.CompositeAlarm));

        var lines = Estimate(graph).Lines.Where(line => line.Item.StartsWith("Alarms, ", StringComparison.Ordinal));

        Assert.That(
            lines.Select(line => (line.Name, line.Minimum)),
            Is.EqualTo(count == 0 ? [] : new[] { ("Alarms, composite", 0.50m * count) }));
    }

    private static List<string> MetricsIn(ResourceNode alarm) =>
        [.. alarm.Paths("metricQueries").Select(query => $"{query}.metric").Where(alarm.Has)];

    private static decimal QuantityOf(CostEstimate estimate, string item) =>
        estimate.Lines.Where(line => line.Item == item).Sum(line => line.MinimumQuantity);

    private static CostEstimate Estimate(ResourceGraph graph) => Stacks.Estimate(graph);
}
