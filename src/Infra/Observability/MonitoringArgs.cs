using Infra.Common;
using Infra.Servers;
using Pulumi;

namespace Infra.Observability;

/// <summary>What a <see cref="Monitoring"/> needs.</summary>
public sealed class MonitoringArgs : ResourceArgs
{
    /// <summary>The ARN of the topic that alarms and events go to: <see cref="AlertTopic.TopicArn"/>.</summary>
    [Input("topicArn", required: true)]
    public required Input<string> TopicArn { get; set; }

    /// <summary>The end of the load balancer's ARN, from <c>app/</c> on: its name in metrics.</summary>
    [Input("loadBalancerArnSuffix", required: true)]
    public required Input<string> LoadBalancerArnSuffix { get; set; }

    /// <summary>The end of the target group's ARN, from <c>targetgroup/</c> on: its name in metrics.</summary>
    [Input("targetGroupArnSuffix", required: true)]
    public required Input<string> TargetGroupArnSuffix { get; set; }

    /// <summary>The ARN of the load balancer's certificate.</summary>
    [Input("certificateArn", required: true)]
    public required Input<string> CertificateArn { get; set; }

    /// <summary>The times of health checks, boot and draining, which alarms must not mistake for trouble.</summary>
    [Input("timings", required: true)]
    public required ServerTimings Timings { get; set; }

    /// <summary>The fewest servers of the group.</summary>
    [Input("minServers", required: true)]
    public required int MinServers { get; set; }

    /// <summary>The most servers of the group.</summary>
    [Input("maxServers", required: true)]
    public required int MaxServers { get; set; }

    /// <summary>The CPU load that the group holds, in percent; above it at the maximum is an alarm.</summary>
    [Input("cpuTarget", required: true)]
    public required int CpuTarget { get; set; }

    /// <summary>The requests per minute and server that the group holds; likewise. By default they count for nothing.</summary>
    [Input("requestsPerServer")]
    public int? RequestsPerServer { get; set; }

    /// <summary>Responses are slow when more than one in twenty takes longer than this.</summary>
    [Input("slowResponse", required: true)]
    public required TimeSpan SlowResponse { get; set; }

    /// <summary>Where it stands.</summary>
    [Input("account", required: true)]
    public required AwsAccount Account { get; set; }
}
