using Infra.Applications;
using Infra.Common;
using Infra.Site;
using Pulumi;

namespace Infra.Servers;

/// <summary>What a <see cref="ServerFleet"/> needs.</summary>
public sealed record ServerFleetArgs
{
    /// <summary>The private subnets that servers start in, over at least two zones.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The servers' security group.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The target group that servers register with.</summary>
    public required Input<string> TargetGroupArn { get; init; }

    /// <summary>The end of the load balancer's ARN, from <c>app/</c> on: half of the request metric's label.</summary>
    public required Input<string> LoadBalancerArnSuffix { get; init; }

    /// <summary>The end of the target group's ARN, from <c>targetgroup/</c> on: the other half.</summary>
    public required Input<string> TargetGroupArnSuffix { get; init; }

    /// <summary>The image, by id: a refresh can only roll back to a template that names one.</summary>
    public required Input<string> ImageId { get; init; }

    /// <summary>The size of a server's disk in GiB; none for that of the image, below which no disk starts.</summary>
    public int? RootVolumeGiB { get; init; }

    /// <summary>The instance type; its architecture must be the image's.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Servers that run without load; 1 to <see cref="MaxServers"/>. With 1 the site is down while it is replaced.</summary>
    public required int MinServers { get; init; }

    /// <summary>The most servers; at most <see cref="ServerFleet.Ceiling"/>.</summary>
    public required int MaxServers { get; init; }

    /// <summary>How servers are checked, and the times of boot and draining.</summary>
    public required ServerTimings Timings { get; init; }

    /// <summary>The average CPU load to hold, in percent. Minutes above it add a server.</summary>
    public required int CpuTarget { get; init; }

    /// <summary>Requests per minute and server to hold; none: requests do not scale the group.</summary>
    public int? RequestsPerServer { get; init; }

    /// <summary>Who starts the roll when servers are to be different.</summary>
    public required Rollout Rollout { get; init; }

    /// <summary>The name of the alarm on errors that servers answer with: it ends a roll.</summary>
    public required Input<string> ServerErrorsAlarm { get; init; }

    /// <summary>The name of the alarm on errors of the load balancer: it ends a roll in which another server always serves.</summary>
    public required Input<string> LoadBalancerErrorsAlarm { get; init; }

    /// <summary>The site that servers fetch; none: the application answers everything.</summary>
    public SiteObject? Site { get; init; }

    /// <summary>The application that servers fetch; none: they serve the site alone. One of the two there is.</summary>
    public SiteObject? Application { get; init; }

    /// <summary>How they run it.</summary>
    public ApplicationRun? ApplicationRun { get; init; }

    /// <summary>The log group that the application's output goes to; none: it stays on the server.</summary>
    public ApplicationLogGroup? LogGroup { get; init; }

    /// <summary>How the site's files are served.</summary>
    public SitePages Pages { get; init; } = new();

    /// <summary>Where the stack stands.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The ARN of the policy that limits what the servers' role can be given; none: nothing does.</summary>
    public Input<string>? PermissionsBoundaryArn { get; init; }

    /// <summary>Tags of every server, its disk and its network interface.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Whether deleting the group has to wait until its servers are gone in good order.</summary>
    public required bool DeletionProtection { get; init; }

    /// <summary>
    /// What a server needs while it boots and to count as healthy: the way to S3 with its security group rules, and the
    /// listener, without which the load balancer checks nobody.
    /// </summary>
    public InputList<Resource> StartAfter { get; init; } = [];
}
