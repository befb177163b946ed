using Infra.Common;
using Pulumi;

namespace Infra.Storage;

/// <summary>What a <see cref="PrivateBucket"/> is for, and how long it keeps things.</summary>
internal sealed record PrivateBucketArgs
{
    /// <summary>What others may do: statements of the bucket policy, made from the bucket's ARN; nothing unless set.</summary>
    public Func<Output<string>, IReadOnlyList<PolicyStatement>> Grants { get; init; } = _ => [];

    /// <summary>Days until an object is removed; objects stay for good unless set.</summary>
    public Input<int>? ExpirationDays { get; init; }

    /// <summary>Days that an overwritten or removed object can still be had back.</summary>
    public required int NoncurrentVersionDays { get; init; }

    /// <summary>The bucket where S3 logs every access to this one; nowhere unless set.</summary>
    public Input<string>? LogBucketName { get; init; }

    /// <summary>What must be there before that can begin: the log bucket's policy.</summary>
    public InputList<Resource> LogsReady { get; init; } = [];

    /// <summary>Whether deleting the bucket deletes what is in it; otherwise deleting fails while anything is.</summary>
    public required bool ForceDestroy { get; init; }

    /// <summary>Whether Pulumi refuses to delete the bucket.</summary>
    public bool Protect { get; init; }
}
