using Pulumi;

namespace Infra.Site;

/// <summary>The web site and the application to ship: at least one of them.</summary>
public sealed record SiteBundleArgs
{
    /// <summary>The site's archive, which is uploaded as it is; none: there is no site.</summary>
    public Asset? Archive { get; init; }

    /// <summary>A hash over the site's names and contents: uploads happen when, and only when, it changes.</summary>
    public string? Hash { get; init; }

    /// <summary>The application's archive; none: there is no application.</summary>
    public Asset? Application { get; init; }

    /// <summary>A hash over the application's names and contents.</summary>
    public string? ApplicationHash { get; init; }

    /// <summary>The bucket where every access to the site's bucket is logged.</summary>
    public required Input<string> LogBucketName { get; init; }

    /// <summary>What must be there before that can begin: the log bucket's policy.</summary>
    public required InputList<Resource> LogsReady { get; init; }

    /// <summary>Whether deleting the stack stops at this bucket; without it the bucket goes with everything in it.</summary>
    public required bool DeletionProtection { get; init; }
}
