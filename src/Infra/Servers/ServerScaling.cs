using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;

namespace Infra.Servers;

/// <summary>
/// Adds a server while the load lasts, and takes it away afterwards. Target tracking wants three minutes above the target
/// in a row before it adds, and fifteen well below before it removes; with two policies, both must agree to remove. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html.
/// </summary>
internal sealed class ServerScaling : ComponentResource
{
    /// <summary>Makes the scaling policies.</summary>
    public ServerScaling(string name, ServerScalingArgs args, ComponentResourceOptions? options = null)
        : base("infra:servers:ServerScaling", name, options)
    {
        Track($"{name}-cpu", args.GroupName, args.CpuTarget, new()
        {
            PredefinedMetricType = "ASGAverageCPUUtilization",
        });

        if (args.RequestsPerServer is { } requests)
        {
            Track($"{name}-requests", args.GroupName, requests, new()
            {
                PredefinedMetricType = "ALBRequestCountPerTarget",
                ResourceLabel = Output.Format($"{args.LoadBalancerArnSuffix}/{args.TargetGroupArnSuffix}"),
            });
        }

        RegisterOutputs();
    }

    private void Track(
        string name, Input<string> group, int target, PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs metric) =>
        _ = new Policy(name, new()
        {
            AutoscalingGroupName = group,
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
            {
                PredefinedMetricSpecification = metric,
                TargetValue = target,
                DisableScaleIn = false,
            },
        }, new() { Parent = this });
}
