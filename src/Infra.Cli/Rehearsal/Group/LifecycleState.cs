namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// Where a server is in its life. See https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html.
/// </summary>
internal enum LifecycleState
{
    /// <summary>Launched, and not yet running.</summary>
    Pending,

    /// <summary>Running, and counted in the group's capacity.</summary>
    InService,

    /// <summary>Leaving: it finishes its requests, and is no longer counted.</summary>
    Terminating,

    /// <summary>Gone.</summary>
    Terminated,
}
