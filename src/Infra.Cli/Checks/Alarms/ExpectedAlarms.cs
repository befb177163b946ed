using System.Collections.Immutable;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Checks.Alarms;

/// <summary>The alarms that a stack of one load balancer and one group needs.</summary>
internal static class ExpectedAlarms
{
    private const string Balancing = "AWS/ApplicationELB";
    private const string Scaling = "AWS/AutoScaling";
    private const int Minute = 60;
    private const int FiveMinutes = 300;
    private const int Day = 86_400;

    /// <summary>All of them; none where the stack is another kind of stack.</summary>
    public static IReadOnlyList<ExpectedAlarm> Of(ResourceGraph graph)
    {
        if (graph.OfType(TypeToken.LoadBalancer).ToList() is not [var balancer]
            || graph.OfType(TypeToken.TargetGroup).ToList() is not [var targets]
            || graph.OfType(TypeToken.AutoScalingGroup).ToList() is not [var group])
        {
            return [];
        }

        var ofBalancer = Dimension("LoadBalancer", balancer.Output("arnSuffix")!);
        var ofTargets = ofBalancer.Add("TargetGroup", targets.Output("arnSuffix")!);
        return
        [
            .. OfServers(Settled.Of(graph), ofTargets),
            .. OfVisitors(Settled.Of(graph), ofBalancer, ofTargets),
            .. OfNumber(graph, Dimension("AutoScalingGroupName", group.Output("name")!), ofTargets),
            .. Subjects.HttpsListeners.In(graph)
                .Select(listener => listener.Text("certificateArn"))
                .OfType<string>()
                .Select(arn => Expiry(Dimension("CertificateArn", arn))),
        ];
    }

    private static IEnumerable<ExpectedAlarm> OfServers(Settled? settled, ImmutableSortedDictionary<string, string> ofTargets)
    {
        var thresholds = settled is null ? null : AlarmThresholds.For(settled.Timings);
        var unhealthy = One(Balancing, "UnHealthyHostCount", "Maximum", ofTargets);
        yield return new(One(Balancing, "HealthyHostCount", "Maximum", ofTargets), "LessThanThreshold", "breaching")
        {
            Rings = new(1, Minute, 2, 2),
        };
        yield return new(unhealthy, "GreaterThanOrEqualToThreshold", "notBreaching")
        {
            Rings = thresholds is null ? null : new(1, Minute, thresholds.UnhealthyMinutes, thresholds.UnhealthyMinutes),
        };
        yield return new(unhealthy, "GreaterThanOrEqualToThreshold", "notBreaching")
        {
            Rings = thresholds is null ? null : new(1, Minute, thresholds.HealingLoopMinutes, thresholds.HealingLoopWindow),
        };
    }

    private static IEnumerable<ExpectedAlarm> OfVisitors(
        Settled? settled, ImmutableSortedDictionary<string, string> ofBalancer, ImmutableSortedDictionary<string, string> ofTargets)
    {
        (string Metric, ImmutableSortedDictionary<string, string> Of)[] errors =
            [("HTTPCode_Target_5XX_Count", ofTargets), ("HTTPCode_ELB_5XX_Count", ofBalancer)];
        foreach (var (metric, of) in errors)
        {
            yield return new(One(Balancing, metric, "Sum", of), "GreaterThanThreshold", "notBreaching")
            {
                Rings = new(AlarmThresholds.ErrorsInFiveMinutes, FiveMinutes, 1, 1),
            };
        }

        yield return new(One(Balancing, "TargetResponseTime", "p95", ofTargets), "GreaterThanThreshold", "notBreaching")
        {
            Rings = settled is null ? null : new(settled.Settings.Monitoring.SlowResponse.TotalSeconds, Minute, 5, 5),
        };
    }

    private static IEnumerable<ExpectedAlarm> OfNumber(
        ResourceGraph graph, ImmutableSortedDictionary<string, string> ofGroup, ImmutableSortedDictionary<string, string> ofTargets)
    {
        var settled = Settled.Of(graph);
        var thresholds = settled is null ? null : AlarmThresholds.For(settled.Timings);
        var tracksRequests = graph.OfType(TypeToken.ScalingPolicy).Any(policy =>
            policy.Text("targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType") == "ALBRequestCountPerTarget");
        yield return new(
            [
                new(Scaling, "GroupInServiceInstances", "Maximum", ofGroup),
                new("AWS/EC2", "CPUUtilization", "Average", ofGroup),
                .. tracksRequests ? One(Balancing, "RequestCountPerTarget", "Sum", ofTargets) : [],
            ],
            "GreaterThanOrEqualToThreshold",
            "notBreaching")
        {
            Rings = thresholds is null ? null : new(1, Minute, thresholds.CeilingMinutes, thresholds.CeilingMinutes),
        };
        yield return new(
            [
                new(Scaling, "GroupTotalInstances", "Maximum", ofGroup),
                new(Scaling, "GroupStandbyInstances", "Maximum", ofGroup),
            ],
            "GreaterThanThreshold",
            "notBreaching")
        {
            Rings = thresholds is null
                ? null
                : new(ServerFleet.Ceiling, Minute, thresholds.OverCeilingMinutes, thresholds.OverCeilingMinutes),
        };
    }

    private static ExpectedAlarm Expiry(ImmutableSortedDictionary<string, string> ofCertificate) =>
        new(One("AWS/CertificateManager", "DaysToExpiry", "Minimum", ofCertificate), "LessThanThreshold", "ignore")
        {
            Rings = new(AlarmThresholds.CertificateDays, Day, 1, 1),
        };

    private static ImmutableArray<ExpectedMetric> One(
        string @namespace, string name, string statistic, ImmutableSortedDictionary<string, string> dimensions) =>
        [new(@namespace, name, statistic, dimensions)];

    private static ImmutableSortedDictionary<string, string> Dimension(string name, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(name, value);
}
