using Pulumi;

namespace Infra.Site;

/// <summary>The web site to ship.</summary>
public sealed record SiteBundleArgs
{
    /// <summary>The site's archive, which is uploaded as it is.</summary>
    public required Asset Archive { get; init; }

    /// <summary>A hash over the site's names and contents: uploads happen when, and only when, it changes.</summary>
    public required string Hash { get; init; }

    /// <summary>The bucket where every access to the site's bucket is logged.</summary>
    public required Input<string> LogBucketName { get; init; }

    /// <summary>What must be there before that can begin: the log bucket's policy.</summary>
    public required InputList<Resource> LogsReady { get; init; }

    /// <summary>Whether deleting the stack stops at this bucket; without it the bucket goes with everything in it.</summary>
    public required bool DeletionProtection { get; init; }
}
