using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>What the page is told several times a second. Times are in seconds of AWS's time, latencies in milliseconds.</summary>
internal sealed record PageSnapshot
{
    public required double Elapsed { get; init; }

    public required int MinSize { get; init; }

    public required int MaxSize { get; init; }

    public required int DesiredCapacity { get; init; }

    public required int Capacity { get; init; }

    public required int HighestCapacity { get; init; }

    public required int Healthy { get; init; }

    public required int Leaving { get; init; }

    public required int MostRunning { get; init; }

    public required IReadOnlyList<PageLoss> Losses { get; init; }

    public required double? Cpu { get; init; }

    public required double RequestsPerSecond { get; init; }

    /// <summary>Those of them that the rehearsal itself makes, as set.</summary>
    public required double Load { get; init; }

    public required double BlockedPerSecond { get; init; }

    /// <summary>Why the firewall blocks the load; none while it lets it in.</summary>
    public required string? Blocking { get; init; }

    public required double ErrorsPerSecond { get; init; }

    public required long Errors { get; init; }

    public required double? MedianLatency { get; init; }

    public required double? Latency99 { get; init; }

    public required IReadOnlyList<string> LostZones { get; init; }

    /// <summary>Whether a new version is replacing servers, or the former one is put back.</summary>
    public required bool IsRolling { get; init; }

    /// <summary>Whether the former version is being put back after a roll that failed.</summary>
    public required bool IsGoingBack { get; init; }

    public required IReadOnlyList<PageServerRow> Servers { get; init; }

    public static PageSnapshot Of(IRunningStack stack, PageInfo info)
    {
        var (view, traffic) = (stack.View, info.Traffic);
        return new()
        {
            Elapsed = (view.Time - info.StartedAt).TotalSeconds,
            MinSize = view.MinSize,
            MaxSize = view.MaxSize,
            DesiredCapacity = view.DesiredCapacity,
            Capacity = view.Capacity,
            HighestCapacity = stack.HighestCapacity,
            Healthy = view.Healthy,
            Leaving = view.Leaving,
            MostRunning = stack.MostRunning,
            Losses = [.. traffic.Losses.Select(loss => PageLoss.Of(loss, info.Declared))],
            Cpu = view.Cpu,
            RequestsPerSecond = traffic.RequestsPerSecond,
            Load = view.Load,
            BlockedPerSecond = traffic.BlockedPerSecond,
            Blocking = traffic.Blocking,
            ErrorsPerSecond = traffic.ErrorsPerSecond,
            Errors = traffic.Errors,
            MedianLatency = traffic.MedianLatency?.TotalMilliseconds,
            Latency99 = traffic.Latency99?.TotalMilliseconds,
            LostZones = view.LostZones,
            IsRolling = view.IsRolling,
            IsGoingBack = view.IsGoingBack,
            Servers = [.. view.Servers.Select(server => new PageServerRow(
                server.Id,
                server.Zone,
                server.TemplateVersion,
                server.Lifecycle,
                server.Health,
                // No server is older than the clock that the page shows: those that were there before it count from its start.
                (view.Time - (server.LaunchedAt > info.StartedAt ? server.LaunchedAt : info.StartedAt)).TotalSeconds))],
        };
    }
}

/// <summary>A server on the page.</summary>
internal sealed record PageServerRow(string Id, string Zone, int TemplateVersion, LifecycleState Lifecycle, TargetState Health, double Age);

/// <summary>A line of the log on the page.</summary>
internal sealed record PageLogLine(double Elapsed, string Source, string Text);
