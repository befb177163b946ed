using Infra.Common;

namespace Infra.Logging;

/// <summary>Whose logs a <see cref="LogArchive"/> takes, and how long it keeps them.</summary>
public sealed record LogArchiveArgs
{
    /// <summary>Where the stack stands: load balancers of this account and region, and buckets of this account, may log here.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>Days until a log file is removed; for another 30 days it can still be had back.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Whether the archive withstands deletion; without it the archive goes with everything in it.</summary>
    public required bool DeletionProtection { get; init; }
}
