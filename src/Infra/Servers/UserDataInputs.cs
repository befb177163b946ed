using Infra.Applications;
using Infra.Site;

namespace Infra.Servers;

/// <summary>What a server has to know to become a web server.</summary>
public sealed record UserDataInputs
{
    /// <summary>The region, which is also the site bucket's.</summary>
    public required string Region { get; init; }

    /// <summary>The bucket that holds the site and the application.</summary>
    public required string BucketName { get; init; }

    /// <summary>The key of the packed site; none: there is no site.</summary>
    public string? ObjectKey { get; init; }

    /// <summary>The version of the packed site; none: the newest, and any that comes while the server runs.</summary>
    public string? ObjectVersionId { get; init; }

    /// <summary>Whether the server takes each new version of the site while it runs.</summary>
    public bool FollowsSite => ObjectKey is not null && ObjectVersionId is null;

    /// <summary>The hash of the site's content.</summary>
    public string? SiteHash { get; init; }

    /// <summary>The application that runs behind nginx; none: the server serves the site alone.</summary>
    public ApplicationInputs? Application { get; init; }

    /// <summary>The path that answers health checks.</summary>
    public required string HealthCheckPath { get; init; }

    /// <summary>How the site's files are served.</summary>
    public SitePages Pages { get; init; } = new();
}
