using Infra.Cli.Rehearsal.Fleet;

namespace Infra.Cli.Rehearsal.Stage;

/// <summary>The stack as it stands at one moment.</summary>
internal sealed record StageView
{
    /// <summary>The moment, in AWS's time.</summary>
    public required DateTimeOffset Time { get; init; }

    public required int MinSize { get; init; }

    public required int MaxSize { get; init; }

    public required int DesiredCapacity { get; init; }

    /// <summary>Every server that is not gone, the oldest first.</summary>
    public required IReadOnlyList<ServerView> Servers { get; init; }

    /// <summary>The average processor load as the group last saw it, in percent; none before the first minute is over.</summary>
    public required double? Cpu { get; init; }

    /// <summary>Requests a second that arrive at the load balancer.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>Servers that count: pending or in service.</summary>
    public int Capacity => Servers.Count(server => server.Lifecycle is LifecycleState.Pending or LifecycleState.InService);

    /// <summary>Servers that get requests because they pass their checks.</summary>
    public int Healthy => Servers.Count(server => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy });
}

/// <summary>A server at one moment.</summary>
/// <param name="Id">E.g. <c>i-1</c>: the rehearsal's servers are numbered in the order of their launch.</param>
/// <param name="Zone">E.g. <c>eu-west-1a</c>.</param>
/// <param name="TemplateVersion">1 at first, one more with each roll.</param>
/// <param name="Lifecycle">What the group says.</param>
/// <param name="Health">What the load balancer says.</param>
/// <param name="LaunchedAt">In AWS's time.</param>
internal sealed record ServerView(string Id, string Zone, int TemplateVersion, LifecycleState Lifecycle, TargetState Health, DateTimeOffset LaunchedAt);
