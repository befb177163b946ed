namespace Infra.Cli.Live.Aws;

/// <summary>Why AWS could not be asked.</summary>
internal enum AwsFault
{
    Other,

    /// <summary>Too many requests, or a fault on AWS's side: the same one may succeed later.</summary>
    Throttled,

    NoCredentials,

    ExpiredCredentials,

    /// <summary>There are credentials, but AWS knows none like them.</summary>
    UnknownCredentials,

    /// <summary>The credentials are good, but may not do this.</summary>
    Denied,

    /// <summary>A roll of the group is under way, and there can be one only.</summary>
    RefreshInProgress,

    /// <summary>No roll of the group is under way any more.</summary>
    NoRefresh,

    /// <summary>There is no connection to AWS, or it broke.</summary>
    Unreachable,

    /// <summary>The tool succeeded, and what it printed is not what it is known to print.</summary>
    Malformed,
}
