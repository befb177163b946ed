using Pulumi;

namespace Infra.Servers;

/// <summary>What a server fetches from S3 when it boots: the packed site, or the packed application.</summary>
public sealed record SiteObject
{
    /// <summary>
    /// How long after a bucket's versioning was enabled S3 may deny that an object is there. See
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/manage-versioning-examples.html.
    /// </summary>
    public static readonly TimeSpan VersioningSettles = TimeSpan.FromMinutes(15);

    /// <summary>The bucket's ARN: the servers' role may list it, or S3 would not tell what is missing from what is forbidden.</summary>
    public required Input<string> BucketArn { get; init; }

    /// <summary>The bucket that a server asks for the object.</summary>
    public required Input<string> BucketName { get; init; }

    /// <summary>The object's key, e.g. <c>site.tar</c>.</summary>
    public required Input<string> Key { get; init; }

    /// <summary>
    /// The version of the object. Servers name it, so that a refresh that rolls back finds the old content again, and so
    /// that all servers of one template version serve the same. None: servers take the newest, also while they run.
    /// </summary>
    public Input<string>? VersionId { get; init; }

    /// <summary>The hash of its content: for the people who compare a server with the repository. None without a version.</summary>
    public Input<string>? Hash { get; init; }

    /// <summary>The object's ARN: the one object that the servers' role may read.</summary>
    public required Input<string> Arn { get; init; }
}
