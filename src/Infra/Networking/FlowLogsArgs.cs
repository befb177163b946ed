using Infra.Common;
using Pulumi;

namespace Infra.Networking;

/// <summary>What <see cref="FlowLogs"/> is made of.</summary>
internal sealed record FlowLogsArgs
{
    /// <summary>Where the stack stands.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The VPC whose traffic is recorded.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>How many days the records are kept; one of the numbers that CloudWatch Logs accepts.</summary>
    public required Input<int> RetentionDays { get; init; }

    /// <summary>The ARN of the policy that limits what the role can be given; none: nothing does.</summary>
    public Input<string>? PermissionsBoundaryArn { get; init; }
}
