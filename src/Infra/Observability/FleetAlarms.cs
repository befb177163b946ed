using Infra.Servers;
using Pulumi;

namespace Infra.Observability;

/// <summary>The alarms about the servers and their number.</summary>
internal static class FleetAlarms
{
    public static IEnumerable<AlarmDefinition> Of(MonitoringArgs args, Input<string> groupName)
    {
        var thresholds = AlarmThresholds.For(args.Timings);
        var dimensions = new MetricDimensions(args);
        var ofGroup = MetricDimensions.OfGroup(groupName);

        yield return new()
        {
            Name = "no-healthy-server",
            Description = "No server passes its health check: the site is down, or answers by luck, since the load balancer now tries all "
                + "servers. The group is replacing them; if this lasts, read a new server's console output (aws ec2 get-console-output) "
                + "for the line that failed, and roll back the last change.",
            Metrics = Only(new(MetricName.HealthyHosts, dimensions.OfTargetGroup)),
            Comparison = "LessThanThreshold",
            Threshold = 1,
            Points = 2,
            // Reported as long as a server is registered: no data means that there is none.
            MissingData = "breaching",
        };

        yield return new()
        {
            Name = "server-unhealthy",
            Description = "A server fails its health check for longer than a replacement takes. Look at the group's activity: either it "
                + "cannot replace the server (quota, image, permissions), or the new one does not become healthy: read its console "
                + "output.",
            Metrics = Only(new(MetricName.UnhealthyHosts, dimensions.OfTargetGroup)),
            Comparison = "GreaterThanOrEqualToThreshold",
            Threshold = 1,
            Points = thresholds.UnhealthyMinutes,
            MissingData = "notBreaching",
        };

        yield return new()
        {
            Name = "servers-keep-being-replaced",
            Description = "Servers are unhealthy again and again: replacing them does not help. Usual causes: a boot that takes longer "
                + "than bootBudget, a broken site or image, or load that the servers cannot handle. Read a server's console output.",
            Metrics = Only(new(MetricName.UnhealthyHosts, dimensions.OfTargetGroup)),
            Comparison = "GreaterThanOrEqualToThreshold",
            Threshold = 1,
            Points = thresholds.HealingLoopWindow,
            BadPoints = thresholds.HealingLoopMinutes,
            MissingData = "notBreaching",
        };

        yield return new()
        {
            Name = "at-ceiling-and-loaded",
            Description = "All servers that are allowed run, and they are still loaded above the target: no more will come. Find out "
                + "whether the load is wanted (dashboard, access logs); if so choose a larger instanceType, if not block it (waf).",
            Metrics = CeilingMetrics(args, dimensions, ofGroup),
            Expression = CeilingExpression(args),
            Comparison = "GreaterThanOrEqualToThreshold",
            Threshold = 1,
            Points = thresholds.CeilingMinutes,
            MissingData = "notBreaching",
        };

        yield return new()
        {
            Name = "more-than-three-servers",
            Description = "More than three servers are in service, starting or leaving, for longer than one that leaves needs for its "
                + "drain and its shutdown. Look at the group's activity for who or what started them: a changed maximum, a resumed "
                + "AZRebalance, or servers put on standby by hand.",
            Metrics = new Dictionary<string, AlarmMetric>
            {
                // In service, pending and terminating; servers on standby run as well, and are counted apart.
                ["total"] = new(MetricName.Total, ofGroup),
                ["standby"] = new(MetricName.Standby, ofGroup),
            },
            Expression = "total + standby",
            Comparison = "GreaterThanThreshold",
            Threshold = ServerFleet.Ceiling,
            Points = thresholds.OverCeilingMinutes,
            MissingData = "notBreaching",
        };
    }

    private static Dictionary<string, AlarmMetric> Only(AlarmMetric metric) => new() { ["value"] = metric };

    private static Dictionary<string, AlarmMetric> CeilingMetrics(
        MonitoringArgs args, MetricDimensions dimensions, InputMap<string> ofGroup)
    {
        var metrics = new Dictionary<string, AlarmMetric>
        {
            ["servers"] = new(MetricName.InService, ofGroup),
            ["cpu"] = new(MetricName.Cpu, ofGroup),
        };
        if (args.RequestsPerServer is not null)
            metrics["requests"] = new(MetricName.RequestsPerServer, dimensions.OfTargetGroup);

        return metrics;
    }

    private static string CeilingExpression(MonitoringArgs args)
    {
        var loaded = args.RequestsPerServer is { } requests
            ? $"(cpu > {args.CpuTarget} OR requests > {requests})"
            : $"cpu > {args.CpuTarget}";
        return $"IF(servers >= {args.MaxServers} AND {loaded}, 1, 0)";
    }
}
