using Infra.Applications;
using Infra.Site;
using Pulumi;

namespace Infra.Servers;

/// <summary>What a <see cref="ServerTemplate"/> needs.</summary>
internal sealed record ServerTemplateArgs
{
    /// <summary>The image, by id: a refresh can only roll back to a template that names one.</summary>
    public required Input<string> ImageId { get; init; }

    /// <summary>The size of a server's disk in GiB; none for that of the image, below which no disk starts.</summary>
    public Input<int>? RootVolumeGiB { get; init; }

    /// <summary>The instance type; its architecture must be the image's.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The security group of a server's only network interface.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The instance profile that a server gets its role from.</summary>
    public required Input<string> InstanceProfileArn { get; init; }

    /// <summary>The region, for the boot script.</summary>
    public required string Region { get; init; }

    /// <summary>The site that a server fetches; none: the application answers everything.</summary>
    public SiteObject? Site { get; init; }

    /// <summary>The application that a server fetches; none: it serves the site alone. One of the two there is.</summary>
    public SiteObject? Application { get; init; }

    /// <summary>How it runs it.</summary>
    public ApplicationRun? ApplicationRun { get; init; }

    /// <summary>The name of the log group that its output goes to; none: it stays on the server.</summary>
    public Input<string>? LogGroupName { get; init; }

    /// <summary>How the site's files are served.</summary>
    public required SitePages Pages { get; init; }

    /// <summary>The path that answers health checks.</summary>
    public required string HealthCheckPath { get; init; }

    /// <summary>Tags of every server, its disk and its network interface.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
