namespace Infra.Cli.Rehearsal.Fleet;

/// <summary>A server of the group. Only the group changes it.</summary>
internal sealed class Server
{
    /// <summary>E.g. <c>i-1</c>: servers are numbered in the order of their launch.</summary>
    public required string Id { get; init; }

    public required string Zone { get; init; }

    /// <summary>1 at first, one more with each roll.</summary>
    public required int TemplateVersion { get; init; }

    public required DateTimeOffset LaunchedAt { get; init; }

    public LifecycleState Lifecycle { get; set; }

    /// <summary>What the load balancer last reported.</summary>
    public TargetState Health { get; set; }

    /// <summary>Whether it counts in the group's capacity.</summary>
    public bool Counts => Lifecycle is LifecycleState.Pending or LifecycleState.InService;
}
