using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Drill;

/// <summary>The servers at one moment.</summary>
/// <param name="Time">When.</param>
/// <param name="Gap">The time since the look before: whatever is new happened in it.</param>
/// <param name="Group">The group and its servers.</param>
/// <param name="TargetHealth">What the load balancer's checks say, by server.</param>
/// <param name="Strays">Machines of the group that it no longer counts, though they run.</param>
internal sealed record GroupView(
    DateTimeOffset Time, TimeSpan Gap, GroupAnswer Group, IReadOnlyDictionary<string, string> TargetHealth, IReadOnlyList<string> Strays)
{
    /// <summary>How many servers are in service or starting: those of the group, and those that it has lost sight of.</summary>
    public int Count => Group.Instances.Count(server => server.IsCounted) + Strays.Count;

    /// <summary>How many machines run: the same, and those that leave.</summary>
    public int Running => Group.Instances.Count + Strays.Count;

    /// <summary>The servers that are in service and pass the load balancer's checks.</summary>
    public IReadOnlyList<string> Serving => [.. Group.Instances.Where(IsServing).Select(server => server.InstanceId)];

    /// <summary>Whether there are as many servers as there should be, one at the least, and all serve.</summary>
    public bool IsStable =>
        Serving.Count > 0 && Serving.Count == Group.DesiredCapacity && Group.Instances.Count == Serving.Count && Strays.Count == 0;

    /// <summary>
    /// Whether a server that was broken is gone and others serve in its place: as many as then, or as few as scaling now wants.
    /// </summary>
    /// <param name="broken">The server.</param>
    /// <param name="servedBefore">How many served before it was broken.</param>
    public bool HasReplaced(string broken, int servedBefore)
    {
        var enough = Math.Max(1, Math.Min(servedBefore, Group.DesiredCapacity));
        return !Serving.Contains(broken) && Serving.Count >= enough;
    }

    /// <summary>The servers and their states, as a sentence's part.</summary>
    public string Shown => Group.Instances.Count == 0
        ? "no server"
        : string.Join(
            ", ",
            Group.Instances
                .GroupBy(StateOf)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => $"{same.Count()} {same.Key}"));

    private bool IsServing(GroupInstance server) =>
        server is { LifecycleState: "InService", HealthStatus: "Healthy" }
        && TargetHealth.GetValueOrDefault(server.InstanceId) == "healthy";

    private string StateOf(GroupInstance server)
    {
        if (IsServing(server))
            return "serving";

        return server is { LifecycleState: "InService", HealthStatus: "Healthy" }
            ? $"in service but {TargetHealth.GetValueOrDefault(server.InstanceId, "no target")}"
            : $"{server.LifecycleState} and {server.HealthStatus}";
    }
}
