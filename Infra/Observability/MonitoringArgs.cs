using Infra.Common;
using Infra.Servers;
using Pulumi;

namespace Infra.Observability;

/// <summary>What a <see cref="Monitoring"/> needs.</summary>
public sealed record MonitoringArgs
{
    /// <summary>The topic that alarms and events go to.</summary>
    public required Input<string> TopicArn { get; init; }

    /// <summary>The end of the load balancer's ARN, from <c>app/</c> on: its name in metrics.</summary>
    public required Input<string> LoadBalancerArnSuffix { get; init; }

    /// <summary>The end of the target group's ARN, from <c>targetgroup/</c> on: its name in metrics.</summary>
    public required Input<string> TargetGroupArnSuffix { get; init; }

    /// <summary>The certificate of the load balancer.</summary>
    public required Input<string> CertificateArn { get; init; }

    /// <summary>The times of health checks, boot and draining, which alarms must not mistake for trouble.</summary>
    public required ServerTimings Timings { get; init; }

    /// <summary>The fewest servers of the group.</summary>
    public required int MinServers { get; init; }

    /// <summary>The most servers of the group.</summary>
    public required int MaxServers { get; init; }

    /// <summary>The CPU load that the group holds, in percent; above it at the maximum is an alarm.</summary>
    public required int CpuTarget { get; init; }

    /// <summary>The requests per minute and server that the group holds, when it does; likewise.</summary>
    public int? RequestsPerServer { get; init; }

    /// <summary>Responses are slow when more than one in twenty takes longer than this.</summary>
    public required TimeSpan SlowResponse { get; init; }

    /// <summary>Where the stack stands.</summary>
    public required AwsAccount Account { get; init; }
}
