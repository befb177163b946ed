namespace Infra.Observability;

/// <summary>The alarms about what visitors get.</summary>
internal static class TrafficAlarms
{
    public const string ServerErrors = "server-errors";
    public const string LoadBalancerErrors = "load-balancer-errors";

    private const int FiveMinutes = 300;
    private const int Day = 86_400;

    public static IEnumerable<AlarmDefinition> Of(MonitoringArgs args)
    {
        var dimensions = new MetricDimensions(args);

        yield return Errors(
            ServerErrors,
            "The servers answer with 5xx. Read nginx's error log on a server (Session Manager), and roll back if it began with a change.",
            new(MetricName.ServerErrors, dimensions.OfTargetGroup));

        yield return Errors(
            LoadBalancerErrors,
            "The load balancer answers with 5xx itself: it gets no proper answer from the servers. 502 and 504 in its access logs point "
            + "to a server, 503 to no server at all.",
            new(MetricName.LoadBalancerErrors, dimensions.OfLoadBalancer));

        yield return new()
        {
            Name = "slow-responses",
            Description = "More than one response in twenty takes longer than slowResponse. If the CPU is busy too, wait for the servers "
                + "that are being added or take a larger instanceType; if not, look for what the servers wait for.",
            Metrics = new Dictionary<string, AlarmMetric> { ["value"] = new(MetricName.ResponseTime, dimensions.OfTargetGroup) },
            Comparison = "GreaterThanThreshold",
            Threshold = args.SlowResponse.TotalSeconds,
            Points = 5,
            MissingData = "notBreaching",
        };

        yield return new()
        {
            Name = "certificate-expires",
            Description = "The certificate expires in less than three weeks. Self-signed: change certificateRotation and deploy. Issued by "
                + "ACM: renewal has failed; check that the validation record still stands in the zone. Imported: import a new one.",
            Metrics = new Dictionary<string, AlarmMetric> { ["value"] = new(MetricName.DaysToExpiry, dimensions.OfCertificate) },
            Comparison = "LessThanThreshold",
            Threshold = AlarmThresholds.CertificateDays,
            // ACM publishes twice a day.
            Period = Day,
            Points = 1,
            // And stops when the certificate has expired, which must not end the alarm.
            MissingData = "ignore",
        };
    }

    // Only errors are reported, so no data is good news.
    private static AlarmDefinition Errors(string name, string description, AlarmMetric metric) => new()
    {
        Name = name,
        Description = description,
        Metrics = new Dictionary<string, AlarmMetric> { ["value"] = metric },
        Comparison = "GreaterThanThreshold",
        Threshold = AlarmThresholds.ErrorsInFiveMinutes,
        Period = FiveMinutes,
        Points = 1,
        MissingData = "notBreaching",
    };
}
