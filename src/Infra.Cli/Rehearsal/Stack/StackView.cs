using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>The stack as it stands at one moment.</summary>
internal sealed record StackView
{
    /// <summary>The moment, in AWS's time.</summary>
    public required DateTimeOffset Time { get; init; }

    public required int MinSize { get; init; }

    public required int MaxSize { get; init; }

    public required int DesiredCapacity { get; init; }

    /// <summary>Every server that is not gone, the oldest first.</summary>
    public required IReadOnlyList<ServerView> Servers { get; init; }

    /// <summary>The zones that are lost, in the order in which the stack declares its zones.</summary>
    public required IReadOnlyList<string> LostZones { get; init; }

    /// <summary>The average processor load as the group last saw it, in percent; none before the first minute is over.</summary>
    public required double? Cpu { get; init; }

    /// <summary>The requests of that minute for each server; none before the first minute is over.</summary>
    public double? RequestsPerServer { get; init; }

    /// <summary>Requests a second that arrive at the load balancer.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>The load that the rehearsal itself makes, in requests a second, as it is set.</summary>
    public required double Load { get; init; }

    /// <summary>Servers that count: pending or in service.</summary>
    public int Capacity => Servers.Count(server => server.Lifecycle is LifecycleState.Pending or LifecycleState.InService);

    /// <summary>Servers that leave: they finish their requests and shut down, and count no more.</summary>
    public int Leaving => Servers.Count(server => server.Lifecycle == LifecycleState.Terminating);

    /// <summary>Whether a new version is replacing servers, or the former one is put back.</summary>
    public required bool IsRolling { get; init; }

    /// <summary>Whether the former version is being put back after a roll that failed.</summary>
    public bool IsGoingBack { get; init; }

    /// <summary>Whether a roll that launches first holds scaling.</summary>
    public bool IsScalingHeld { get; init; }

    /// <summary>Servers that get requests because they pass their checks.</summary>
    public int Healthy => Servers.Count(server => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy });

    /// <summary>How a group stands.</summary>
    /// <param name="declared">What the stack declares of it.</param>
    /// <param name="group">The group.</param>
    /// <param name="time">The moment, in AWS's time.</param>
    /// <param name="requestsPerSecond">Requests a second that arrive at the load balancer.</param>
    /// <param name="load">How many of them the rehearsal itself is to make.</param>
    public static StackView Of(
        DeclaredGroup declared, AutoScalingGroup group, DateTimeOffset time, double requestsPerSecond, double load) => new()
        {
            Time = time,
            MinSize = declared.MinSize,
            MaxSize = declared.MaxSize,
            DesiredCapacity = group.DesiredCapacity,
            IsRolling = group.IsRolling,
            IsGoingBack = group.IsGoingBack,
            IsScalingHeld = group.IsScalingHeld,
            Servers =
        [
            .. group.Servers.Select(server =>
                new ServerView(server.Id, server.Zone, server.TemplateVersion, server.Lifecycle, server.Health, server.LaunchedAt)
                {
                    IsOutgoing = server.OutgoingFor is not null,
                }),
        ],
            LostZones = group.LostZones,
            Cpu = group.AverageCpu,
            RequestsPerServer = group.AverageRequests,
            RequestsPerSecond = requestsPerSecond,
            Load = load,
        };
}

/// <summary>A server at one moment.</summary>
/// <param name="Id">E.g. <c>i-1</c>: the rehearsal's servers are numbered in the order of their launch.</param>
/// <param name="Zone">E.g. <c>eu-west-1a</c>.</param>
/// <param name="TemplateVersion">1 at first, one more with each roll.</param>
/// <param name="Lifecycle">What the group says.</param>
/// <param name="Health">What the load balancer says.</param>
/// <param name="LaunchedAt">In AWS's time.</param>
internal sealed record ServerView(
    string Id, string Zone, int TemplateVersion, LifecycleState Lifecycle, TargetState Health, DateTimeOffset LaunchedAt)
{
    /// <summary>Whether it stays only until its replacement is ready.</summary>
    public bool IsOutgoing { get; init; }
}
