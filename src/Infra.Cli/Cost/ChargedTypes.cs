using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>The resource types that AWS charges for. Every type is either here or in <see cref="FreeTypes"/>.</summary>
internal static class ChargedTypes
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        TypeToken.AutoScalingGroup,
        TypeToken.Bucket,
        TypeToken.CompositeAlarm,
        TypeToken.Dashboard,
        TypeToken.Eip,
        TypeToken.FlowLog,
        TypeToken.KmsKey,
        TypeToken.LaunchTemplate,
        TypeToken.LoadBalancer,
        TypeToken.LogGroup,
        TypeToken.MetricAlarm,
        TypeToken.NatGateway,
        TypeToken.ScalingPolicy,
        TypeToken.VpcEndpoint,
        TypeToken.WebAcl,
        TypeToken.WebAclLoggingConfiguration,
    };
}
