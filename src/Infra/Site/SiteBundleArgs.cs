using Pulumi;

namespace Infra.Site;

/// <summary>The web site and the application to ship: at least one of them.</summary>
public sealed class SiteBundleArgs : ResourceArgs
{
    /// <summary>The site's archive, which is uploaded as it is; by default there is no site.</summary>
    [Input("archive")]
    public Asset? Archive { get; set; }

    /// <summary>
    /// A hash over the site's names and contents: uploads happen when, and only when, it changes. There when <see cref="Archive"/> is.
    /// </summary>
    [Input("hash")]
    public string? Hash { get; set; }

    /// <summary>
    /// The SHA-256 of the site's archive, for servers that take whatever version is the newest; by default servers name the version.
    /// </summary>
    [Input("archiveHash")]
    public string? ArchiveHash { get; set; }

    /// <summary>The application's archive; by default there is no application.</summary>
    [Input("application")]
    public Asset? Application { get; set; }

    /// <summary>A hash over the application's names and contents; there when <see cref="Application"/> is.</summary>
    [Input("applicationHash")]
    public string? ApplicationHash { get; set; }

    /// <summary>The name of the bucket where every access to the site's bucket is logged.</summary>
    [Input("logBucketName", required: true)]
    public required Input<string> LogBucketName { get; set; }

    /// <summary>What must be there before that can begin: the log bucket's policy. Unless set, nothing is waited for.</summary>
    [Input("logsReady")]
    public InputList<Resource> LogsReady { get; set; } = [];

    /// <summary>Whether deleting the stack stops at this bucket; by default the bucket goes with everything in it.</summary>
    [Input("deletionProtection")]
    public bool DeletionProtection { get; set; }
}
