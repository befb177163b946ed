using Infra.Applications;
using Infra.Common;
using Infra.Site;
using Pulumi;

namespace Infra.Servers;

/// <summary>What a <see cref="ServerFleet"/> needs.</summary>
public sealed class ServerFleetArgs : ResourceArgs
{
    /// <summary>The ids of the private subnets that servers start in, over at least two zones, with a way to S3.</summary>
    [Input("subnetIds", required: true)]
    public required InputList<string> SubnetIds { get; set; }

    /// <summary>The id of the servers' security group.</summary>
    [Input("securityGroupId", required: true)]
    public required Input<string> SecurityGroupId { get; set; }

    /// <summary>The ARN of the target group that servers register with.</summary>
    [Input("targetGroupArn", required: true)]
    public required Input<string> TargetGroupArn { get; set; }

    /// <summary>The end of the load balancer's ARN, from <c>app/</c> on: half of the request metric's label.</summary>
    [Input("loadBalancerArnSuffix", required: true)]
    public required Input<string> LoadBalancerArnSuffix { get; set; }

    /// <summary>The end of the target group's ARN, from <c>targetgroup/</c> on: the other half.</summary>
    [Input("targetGroupArnSuffix", required: true)]
    public required Input<string> TargetGroupArnSuffix { get; set; }

    /// <summary>The image of Amazon Linux 2023, by id: a refresh can only roll back to a template that names one.</summary>
    [Input("imageId", required: true)]
    public required Input<string> ImageId { get; set; }

    /// <summary>The size of a server's disk in GiB; by default that of the image, below which no disk starts.</summary>
    [Input("rootVolumeGiB")]
    public Input<int>? RootVolumeGiB { get; set; }

    /// <summary>The instance type, such as <c>t4g.small</c>; its architecture must be the image's.</summary>
    [Input("instanceType", required: true)]
    public required string InstanceType { get; set; }

    /// <summary>
    /// Servers that run without load; 1 to <see cref="MaxServers"/>, or the component is refused. With 1, which is the default, the site is
    /// down while it is replaced.
    /// </summary>
    [Input("minServers")]
    public int MinServers { get; set; } = 1;

    /// <summary>The most servers; at most <see cref="ServerFleet.Ceiling"/>, which is the default. More are refused.</summary>
    [Input("maxServers")]
    public int MaxServers { get; set; } = ServerFleet.Ceiling;

    /// <summary>How servers are checked, and the times of boot and draining.</summary>
    [Input("timings", required: true)]
    public required ServerTimings Timings { get; set; }

    /// <summary>The average CPU load to hold, in percent. Minutes above it add a server.</summary>
    [Input("cpuTarget", required: true)]
    public required int CpuTarget { get; set; }

    /// <summary>Requests per minute and server to hold; by default requests do not scale the group.</summary>
    [Input("requestsPerServer")]
    public int? RequestsPerServer { get; set; }

    /// <summary>Who starts the roll when servers are to be different; by default <c>pulumi up</c>.</summary>
    [Input("rollout")]
    public Rollout Rollout { get; set; }

    /// <summary>The name of the alarm on errors that servers answer with: it ends a roll.</summary>
    [Input("serverErrorsAlarm", required: true)]
    public required Input<string> ServerErrorsAlarm { get; set; }

    /// <summary>The name of the alarm on errors of the load balancer: it ends a roll in which another server always serves.</summary>
    [Input("loadBalancerErrorsAlarm", required: true)]
    public required Input<string> LoadBalancerErrorsAlarm { get; set; }

    /// <summary>The site that servers fetch; none: the application answers everything. This or an application there must be.</summary>
    [Input("site")]
    public SiteObject? Site { get; set; }

    /// <summary>The application that servers fetch; none: they serve the site alone.</summary>
    [Input("application")]
    public SiteObject? Application { get; set; }

    /// <summary>How they run it; there when an application is.</summary>
    [Input("applicationRun")]
    public ApplicationRun? ApplicationRun { get; set; }

    /// <summary>The log group that the application's output goes to; by default it stays on the server.</summary>
    [Input("logGroup")]
    public ApplicationLogGroup? LogGroup { get; set; }

    /// <summary>How the site's files are served; by default a path is the file that it names.</summary>
    [Input("pages")]
    public SitePages Pages { get; set; } = new();

    /// <summary>Where the servers stand.</summary>
    [Input("account", required: true)]
    public required AwsAccount Account { get; set; }

    /// <summary>The ARN of the policy that limits what the servers' role can be given; by default nothing does.</summary>
    [Input("permissionsBoundaryArn")]
    public Input<string>? PermissionsBoundaryArn { get; set; }

    /// <summary>Tags of every server, its disk and its network interface; none by default.</summary>
    [Input("tags")]
    public IReadOnlyDictionary<string, string> Tags { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether deleting the group has to wait until its servers are gone in good order; by default it does not.</summary>
    [Input("deletionProtection")]
    public bool DeletionProtection { get; set; }

    /// <summary>
    /// What a server needs while it boots and to count as healthy: the way to S3 with its security group rules, and the
    /// listener, without which the load balancer checks nobody. Unless set, nothing is waited for.
    /// </summary>
    [Input("startAfter")]
    public InputList<Resource> StartAfter { get; set; } = [];
}
