using Pulumi;

namespace Infra;

/// <content>What is told to whom, what is kept, and what is limited.</content>
public sealed partial class WebTierArgs
{
    /// <summary>An alarm is raised when one response in twenty takes longer: <c>1s</c> to <c>1m</c>, and <c>1s</c> by default.</summary>
    [Input("slowResponse")]
    public string? SlowResponse { get; set; }

    /// <summary>Who gets alarms by e-mail, once the address has confirmed; by default they go to the topic alone.</summary>
    [Input("alarmEmail")]
    public Input<string>? AlarmEmail { get; set; }

    /// <summary>
    /// How many days logs are kept, one of the numbers that CloudWatch Logs takes; 90 by default. See
    /// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
    /// </summary>
    [Input("logRetentionDays")]
    public int? LogRetentionDays { get; set; }

    /// <summary>Whether load balancer and logs refuse deletion; by default they go with the stack.</summary>
    [Input("deletionProtection")]
    public bool? DeletionProtection { get; set; }

    /// <summary>
    /// The ARN of the policy that limits what the tier's roles can be given; by default nothing does. See
    /// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html.
    /// </summary>
    [Input("permissionsBoundaryArn")]
    public Input<string>? PermissionsBoundaryArn { get; set; }

    /// <summary>Tags of everything, beside <c>Name</c>; by default <c>Project</c>, <c>Environment</c> and <c>ManagedBy</c>.</summary>
    [Input("tags")]
    public Dictionary<string, string>? Tags { get; set; }
}
