namespace Infra.Cli.Rehearsal.Group;

/// <summary>A server of the group. Only the group changes it.</summary>
internal sealed class Server
{
    /// <summary>E.g. <c>i-1</c>: servers are numbered in the order of their launch.</summary>
    public required string Id { get; init; }

    public required string Zone { get; init; }

    /// <summary>1 at first, one more with each deployment; a roll that fails leads back.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>What is wrong with its version.</summary>
    public VersionFault Fault { get; init; }

    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>When it enters service, which may be in the future.</summary>
    public required DateTimeOffset InServiceAt { get; init; }

    public LifecycleState Lifecycle { get; set; }

    /// <summary>What the load balancer last reported.</summary>
    public TargetState Health { get; set; }

    /// <summary>Since when the load balancer reports so.</summary>
    public DateTimeOffset HealthSince { get; set; }

    /// <summary>Whether the group has marked it for replacement. There is no way back.</summary>
    public bool IsUnhealthy { get; set; }

    /// <summary>Whether its machine is gone or fails EC2's status checks.</summary>
    public bool MachineFailed { get; set; }

    /// <summary>When the group hears that its machine fails EC2's status checks; never, as long as it runs.</summary>
    public DateTimeOffset MachineFailsAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Why it stays only until its replacement is ready; none if it stays.</summary>
    public string? OutgoingFor { get; set; }

    /// <summary>When it is switched off; never, as long as it stays.</summary>
    public DateTimeOffset GoneAt { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Whether it counts in the group's capacity.</summary>
    public bool Counts => Lifecycle is LifecycleState.Pending or LifecycleState.InService;

    /// <summary>Whether it has been in service for so long.</summary>
    public bool IsWarm(DateTimeOffset now, TimeSpan warmup) => Lifecycle == LifecycleState.InService && InServiceAt + warmup <= now;
}
