using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Reads the Auto Scaling group.</summary>
internal static class FleetReader
{
    public static Fleet Read(ResourceGraph graph)
    {
        var group = graph.Only(TypeToken.AutoScalingGroup);
        var template = graph.ByIdOrArn(group.Need("launchTemplate.id"))!;
        return new()
        {
            MinSize = (int)group.Number("minSize")!.Value,
            MaxSize = (int)group.Number("maxSize")!.Value,
            InstanceType = template.Need("instanceType"),
            FollowsLoadBalancerHealth = group.Text("healthCheckType") == "ELB",
            IsPrivate = template.Text("networkInterfaces.0.associatePublicIpAddress") == "false",
            ScalingTargets =
            [
                .. graph.OfType(TypeToken.ScalingPolicy)
                    .Where(policy => policy.Text("autoscalingGroupName") == group.Output("name"))
                    .Select(TargetOf),
            ],
        };
    }

    private static string TargetOf(ResourceNode policy)
    {
        const string Tracking = "targetTrackingConfiguration";
        var value = policy.Number($"{Tracking}.targetValue");
        return policy.Text($"{Tracking}.predefinedMetricSpecification.predefinedMetricType") switch
        {
            "ASGAverageCPUUtilization" => string.Create(CultureInfo.InvariantCulture, $"{value}% CPU"),
            "ALBRequestCountPerTarget" => string.Create(CultureInfo.InvariantCulture, $"{value:N0} requests a minute per target"),
            var metric => string.Create(CultureInfo.InvariantCulture, $"{metric} {value}"),
        };
    }
}
