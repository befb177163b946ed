using Infra.Applications;
using Infra.Common;
using Pulumi;

namespace Infra.Servers;

/// <summary>What a <see cref="ServerRole"/> needs.</summary>
internal sealed record ServerRoleArgs
{
    /// <summary>The ARN of the bucket that it is in.</summary>
    public required Input<string> SiteBucketArn { get; init; }

    /// <summary>The ARN of the object with the site; none without a site.</summary>
    public Input<string>? SiteObjectArn { get; init; }

    /// <summary>The ARN of the object with the application; none without one. Servers may read these two objects and no other.</summary>
    public Input<string>? ApplicationObjectArn { get; init; }

    /// <summary>The secrets that servers may read.</summary>
    public IReadOnlyList<ApplicationSecret> Secrets { get; init; } = [];

    /// <summary>The log group that servers write to; none: to none.</summary>
    public ApplicationLogGroup? LogGroup { get; init; }

    /// <summary>Where the stack stands: servers reach Session Manager in this region alone.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The ARN of the policy that limits what the role can be given; none: nothing does.</summary>
    public Input<string>? PermissionsBoundaryArn { get; init; }
}
