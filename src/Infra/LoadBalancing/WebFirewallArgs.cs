using Pulumi;

namespace Infra.LoadBalancing;

/// <summary>What a <see cref="WebFirewall"/> protects, and how.</summary>
public sealed class WebFirewallArgs : ResourceArgs
{
    /// <summary>The ARN of the load balancer to protect; AWS WAF takes one web ACL for each.</summary>
    [Input("loadBalancerArn", required: true)]
    public required Input<string> LoadBalancerArn { get; set; }

    /// <summary>
    /// How many requests one address may make in five minutes before it is blocked; 10 to 2,000,000,000. See
    /// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html.
    /// </summary>
    [Input("rateLimit", required: true)]
    public required Input<int> RateLimit { get; set; }

    /// <summary>
    /// Days until a log entry is removed: one of the values that CloudWatch Logs knows. See
    /// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
    /// </summary>
    [Input("logRetentionDays", required: true)]
    public required Input<int> LogRetentionDays { get; set; }
}
