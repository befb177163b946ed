using Pulumi;

namespace Infra.Observability;

/// <summary>By which dimensions, in which values, the stack's metrics are found.</summary>
internal sealed class MetricDimensions(MonitoringArgs args)
{
    public InputMap<string> OfLoadBalancer => new() { ["LoadBalancer"] = args.LoadBalancerArnSuffix };

    public InputMap<string> OfTargetGroup => new()
    {
        ["LoadBalancer"] = args.LoadBalancerArnSuffix,
        ["TargetGroup"] = args.TargetGroupArnSuffix,
    };

    public static InputMap<string> OfGroup(Input<string> groupName) => new() { ["AutoScalingGroupName"] = groupName };

    public InputMap<string> OfCertificate => new() { ["CertificateArn"] = args.CertificateArn };
}
