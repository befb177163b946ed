using Infra.Common;
using Pulumi;

namespace Infra.Logging;

/// <summary>Whose logs a <see cref="LogArchive"/> takes, and how long it keeps them.</summary>
public sealed class LogArchiveArgs : ResourceArgs
{
    /// <summary>Where it stands: load balancers of this account and region, and buckets of this account, may log here.</summary>
    [Input("account", required: true)]
    public required AwsAccount Account { get; set; }

    /// <summary>Days until a log file is removed, 1 or more; for another 30 days it can still be had back.</summary>
    [Input("retentionDays", required: true)]
    public required Input<int> RetentionDays { get; set; }

    /// <summary>Whether the archive withstands deletion; by default it goes with everything in it.</summary>
    [Input("deletionProtection")]
    public bool DeletionProtection { get; set; }
}
