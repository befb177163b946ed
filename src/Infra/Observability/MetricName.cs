namespace Infra.Observability;

/// <summary>A metric that AWS publishes: where, under which name, and which statistic of it means something.</summary>
/// <param name="Namespace">The namespace, e.g. <c>AWS/ApplicationELB</c>.</param>
/// <param name="Name">As the namespace spells it, e.g. <c>RequestCount</c>.</param>
/// <param name="Statistic">A statistic, or a percentile such as <c>p95</c>.</param>
internal sealed record MetricName(string Namespace, string Name, string Statistic)
{
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
    // Every node of the load balancer reports the hosts as it sees them; Maximum is what the best informed node sees.
    public static readonly MetricName HealthyHosts = new("AWS/ApplicationELB", "HealthyHostCount", "Maximum");
    public static readonly MetricName UnhealthyHosts = new("AWS/ApplicationELB", "UnHealthyHostCount", "Maximum");
    public static readonly MetricName Requests = new("AWS/ApplicationELB", "RequestCount", "Sum");
    public static readonly MetricName RequestsPerServer = new("AWS/ApplicationELB", "RequestCountPerTarget", "Sum");
    public static readonly MetricName ServerErrors = new("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum");
    public static readonly MetricName LoadBalancerErrors = new("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "Sum");
    public static readonly MetricName ResponseTime = new("AWS/ApplicationELB", "TargetResponseTime", "p95");

    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
    public static readonly MetricName Desired = new("AWS/AutoScaling", "GroupDesiredCapacity", "Maximum");
    public static readonly MetricName InService = new("AWS/AutoScaling", "GroupInServiceInstances", "Maximum");
    public static readonly MetricName Standby = new("AWS/AutoScaling", "GroupStandbyInstances", "Maximum");
    public static readonly MetricName Total = new("AWS/AutoScaling", "GroupTotalInstances", "Maximum");

    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html
    public static readonly MetricName Cpu = new("AWS/EC2", "CPUUtilization", "Average");

    // https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html
    public static readonly MetricName DaysToExpiry = new("AWS/CertificateManager", "DaysToExpiry", "Minimum");

    /// <summary>Whether alarms take the statistic as an extended one.</summary>
    public bool IsPercentile => Statistic.StartsWith('p');
}
