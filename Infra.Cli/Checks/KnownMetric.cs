using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>A metric that AWS reports of what a stack like this one has.</summary>
/// <param name="Namespace">E.g. <c>AWS/ApplicationELB</c>.</param>
/// <param name="Name">E.g. <c>HealthyHostCount</c>.</param>
/// <param name="Dimensions">All that it takes to name one.</param>
/// <param name="RisesToTrouble">Whether more of it is worse.</param>
internal sealed record KnownMetric(string Namespace, string Name, ImmutableArray<string> Dimensions, bool RisesToTrouble)
{
    private const string Balancing = "AWS/ApplicationELB";
    private const string Scaling = "AWS/AutoScaling";

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
    private static readonly KnownMetric[] All =
    [
        new(Balancing, "RequestCount", ["LoadBalancer"], true),
        new(Balancing, "HTTPCode_ELB_5XX_Count", ["LoadBalancer"], true),
        new(Balancing, "HTTPCode_Target_5XX_Count", ["LoadBalancer", "TargetGroup"], true),
        new(Balancing, "TargetResponseTime", ["LoadBalancer", "TargetGroup"], true),
        new(Balancing, "RequestCountPerTarget", ["LoadBalancer", "TargetGroup"], true),
        new(Balancing, "HealthyHostCount", ["LoadBalancer", "TargetGroup"], false),
        new(Balancing, "UnHealthyHostCount", ["LoadBalancer", "TargetGroup"], true),
        new("AWS/EC2", "CPUUtilization", ["AutoScalingGroupName"], true),
        new("AWS/EC2", "CPUCreditBalance", ["AutoScalingGroupName"], false),
        new("AWS/CertificateManager", "DaysToExpiry", ["CertificateArn"], false),
        new("AWS/WAFV2", "BlockedRequests", ["Region", "Rule", "WebACL"], true),
        new("AWS/WAFV2", "AllowedRequests", ["Region", "Rule", "WebACL"], true),
        .. new[]
        {
            "MinSize", "MaxSize", "DesiredCapacity", "InServiceInstances", "PendingInstances", "StandbyInstances", "TerminatingInstances",
            "TotalInstances",
        }.Select(name => new KnownMetric(Scaling, $"Group{name}", ["AutoScalingGroupName"], true)),
    ];

    public static KnownMetric? Find(string? space, string? name) =>
        Array.Find(All, metric => metric.Namespace == space && metric.Name == name);

    /// <summary>What is wrong with the dimensions that somebody names it by; null when they are a resource's of the stack.</summary>
    public string? Problem(IReadOnlyDictionary<string, string?> dimensions, ResourceGraph graph)
    {
        if (!dimensions.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(Dimensions))
            return $"looks at {Name} by {string.Join(", ", dimensions.Keys.Order(StringComparer.Ordinal).DefaultIfEmpty("nothing"))}";

        return dimensions.Where(dimension => !Values(dimension.Key, graph).Contains(dimension.Value))
            .Select(dimension => $"looks at {Name} of {dimension.Key} {dimension.Value}, which is not the stack's")
            .FirstOrDefault();
    }

    private static IEnumerable<string?> Values(string dimension, ResourceGraph graph) => dimension switch
    {
        "LoadBalancer" => graph.OfType(TypeToken.LoadBalancer).Select(node => node.Output("arnSuffix")),
        "TargetGroup" => graph.OfType(TypeToken.TargetGroup).Select(node => node.Output("arnSuffix")),
        "AutoScalingGroupName" => graph.OfType(TypeToken.AutoScalingGroup).Select(node => node.Id),
        "CertificateArn" => graph.OfType(TypeToken.Listener).Select(node => node.Text("certificateArn")),
        "WebACL" => graph.OfType(TypeToken.WebAcl).SelectMany(node =>
            new[] { node.Text("visibilityConfig.metricName"), node.Output("name") }),
        "Region" => [graph.Region],
        "Rule" => ["ALL", .. graph.OfType(TypeToken.WebAcl).SelectMany(node => node.Paths("rules")
            .Select(rule => node.Text($"{rule}.visibilityConfig.metricName")))],
        _ => [],
    };
}
