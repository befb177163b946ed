using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>Each part of each alarm that a stack needs.</summary>
internal static partial class BreakingCases
{
    private static readonly string[] OfOneMetric =
    [
        "no-healthy-server", "server-unhealthy", "servers-keep-being-replaced", "server-errors", "load-balancer-errors",
        "slow-responses", "certificate-expires",
    ];

    private static readonly string[] OfSeveralMetrics = ["at-ceiling-and-loaded", "more-than-three-servers"];

    // What the controls of R3, R6 and R8 ask of their own alarm.
    private static readonly Dictionary<string, string[]> AskedTwice = new()
    {
        ["healing-alarm"] =
        [
            "no-healthy-server of none", "no-healthy-server of no data is no reason", "no-healthy-server of all there are",
            "no-healthy-server of another TargetGroup",
        ],
        ["alarm-certificate"] =
        [
            "certificate-expires of none", "certificate-expires of all there are", "certificate-expires of another CertificateArn",
        ],
        ["ceiling-alarm"] =
        [
            "more-than-three-servers of none", "more-than-three-servers of a threshold of one more",
            "more-than-three-servers of at the threshold or not", "more-than-three-servers of metricQueries.1.metric.all there are",
            "more-than-three-servers of metricQueries.1.metric.another AutoScalingGroupName",
        ],
    };

    private static IEnumerable<ControlCase> AlarmParts =>
    [
        .. OfOneMetric.Concat(OfSeveralMetrics).SelectMany(Ringing),
        .. OfOneMetric.SelectMany(alarm => Looking(alarm, "")),
        .. Looking("at-ceiling-and-loaded", "metricQueries.1.metric."),
        .. Looking("at-ceiling-and-loaded", "metricQueries.2.metric."),
        .. Looking("at-ceiling-and-loaded", "metricQueries.3.metric."),
        .. Looking("more-than-three-servers", "metricQueries.1.metric."),
        .. Looking("more-than-three-servers", "metricQueries.2.metric."),
        .. OfSeveralMetrics.SelectMany(Computing),
    ];

    private static IEnumerable<ControlCase> Ringing(string alarm) =>
    [
        AlarmWith(alarm, "none", stack => stack.Without($"watch-{alarm}")),
        AlarmWith(alarm, "one point more", stack => stack.More($"watch-{alarm}", "evaluationPeriods")),
        AlarmWith(alarm, "one bad point more", stack => stack
            .Set($"watch-{alarm}", "datapointsToAlarm", stack.Named($"watch-{alarm}").Number("evaluationPeriods")! + 1)),
        AlarmWith(alarm, "a threshold of one more", stack => stack.More($"watch-{alarm}", "threshold")),
        AlarmWith(alarm, "at the threshold or not", stack => stack.Set($"watch-{alarm}", "comparisonOperator",
            stack.Named($"watch-{alarm}").Text("comparisonOperator") switch
            {
                "GreaterThanThreshold" => "GreaterThanOrEqualToThreshold",
                "GreaterThanOrEqualToThreshold" => "GreaterThanThreshold",
                _ => "LessThanOrEqualToThreshold",
            })),
        AlarmWith(alarm, "no data is no reason", stack => stack.Set($"watch-{alarm}", "treatMissingData", "missing")),
    ];

    private static IEnumerable<ControlCase> Looking(string alarm, string metric) =>
    [
        AlarmWith(alarm, $"{metric}longer points", stack => stack.More($"watch-{alarm}", $"{metric}period")),
        AlarmWith(alarm, $"{metric}another namespace", stack => stack.Set($"watch-{alarm}", $"{metric}namespace", "AWS/EC2Spot")),
        AlarmWith(alarm, $"{metric}another statistic", stack => stack
            .Set($"watch-{alarm}", $"{metric}extendedStatistic", null)
            .Set($"watch-{alarm}", $"{metric}{(metric.Length > 0 ? "stat" : "statistic")}", "SampleCount")),
        AlarmWith(alarm, $"{metric}no statistic", stack => stack
            .Set($"watch-{alarm}", $"{metric}stat", null)
            .Set($"watch-{alarm}", $"{metric}statistic", null)
            .Set($"watch-{alarm}", $"{metric}extendedStatistic", null)),
        AlarmWith(alarm, $"{metric}a part of it", stack =>
            stack.Set($"watch-{alarm}", $"{metric}dimensions.AvailabilityZone", "eu-west-1a")),
        AlarmWith(alarm, $"{metric}all there are", stack => stack.Set($"watch-{alarm}", $"{metric}dimensions", null)),
        .. new[] { "LoadBalancer", "TargetGroup", "AutoScalingGroupName", "CertificateArn" }.Select(dimension =>
            AlarmWith(alarm, $"{metric}another {dimension}", stack => stack.Set(
                $"watch-{alarm}",
                $"{metric}dimensions.{dimension}",
                stack.Named($"watch-{alarm}").Text($"{metric}dimensions.{dimension}") + "-other"))),
    ];

    private static IEnumerable<ControlCase> Computing(string alarm) =>
    [
        AlarmWith(alarm, "two queries of one id", stack => stack.Set(
            $"watch-{alarm}", "metricQueries.2.id", stack.Named($"watch-{alarm}").Text("metricQueries.1.id"))),
        AlarmWith(alarm, "no label", stack => stack.Set($"watch-{alarm}", "metricQueries.0.label", null)),
        AlarmWith(alarm, "another's label", stack => stack.Set($"watch-{alarm}", "metricQueries.0.label", "other")),
        AlarmWith(alarm, "data of two queries", stack => stack.Set($"watch-{alarm}", "metricQueries.1.returnData", true)),
    ];

    private static ControlCase AlarmWith(string alarm, string what, Func<ResourceGraph, ResourceGraph> edit) =>
        new("alarms-complete", $"{alarm} of {what}", edit)
        {
            Also = [.. AskedTwice.Where(control => control.Value.Contains($"{alarm} of {what}")).Select(control => control.Key)],
        };

    private static ResourceGraph More(this ResourceGraph stack, string alarm, string number) =>
        stack.Set(alarm, number, stack.Named(alarm).Number(number)! + 1);
}
