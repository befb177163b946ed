using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Infra.Observability;

/// <summary>Turns the definition of an alarm into the resource.</summary>
internal static class Alarm
{
    public static MetricAlarm Create(string name, AlarmDefinition definition, Input<string> topicArn, CustomResourceOptions options)
    {
        var args = new MetricAlarmArgs
        {
            AlarmDescription = definition.Description,
            ComparisonOperator = definition.Comparison,
            Threshold = definition.Threshold,
            EvaluationPeriods = definition.Points,
            DatapointsToAlarm = definition.BadPoints ?? definition.Points,
            TreatMissingData = definition.MissingData,
            // Both ways, so that whoever hears of trouble hears of its end.
            AlarmActions = topicArn,
            OkActions = topicArn,
        };

        if (definition.Expression is { } expression)
        {
            WatchExpression(args, expression, definition);
        }
        else
        {
            WatchMetric(args, definition.Metrics.Values.Single(), definition.Period);
        }

        return new($"{name}-{definition.Name}", args, options);
    }

    private static void WatchMetric(MetricAlarmArgs args, AlarmMetric source, int period)
    {
        args.Namespace = source.Metric.Namespace;
        args.MetricName = source.Metric.Name;
        args.Dimensions = source.Dimensions;
        args.Period = period;
        if (source.Metric.IsPercentile)
        {
            args.ExtendedStatistic = source.Metric.Statistic;
            // A quiet site has few responses a minute; better a rash alarm than none.
            args.EvaluateLowSampleCountPercentiles = "evaluate";
        }
        else
        {
            args.Statistic = source.Metric.Statistic;
        }
    }

    private static void WatchExpression(MetricAlarmArgs args, string expression, AlarmDefinition definition)
    {
        args.MetricQueries.Add(new MetricAlarmMetricQueryArgs
        {
            Id = "alarm",
            Expression = expression,
            Label = definition.Name,
            ReturnData = true,
        });
        foreach (var (id, source) in definition.Metrics)
        {
            args.MetricQueries.Add(new MetricAlarmMetricQueryArgs
            {
                Id = id,
                Metric = new MetricAlarmMetricQueryMetricArgs
                {
                    Namespace = source.Metric.Namespace,
                    MetricName = source.Metric.Name,
                    Dimensions = source.Dimensions,
                    Stat = source.Metric.Statistic,
                    Period = definition.Period,
                },
            });
        }
    }
}
