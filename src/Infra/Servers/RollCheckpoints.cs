namespace Infra.Servers;

/// <summary>
/// Where a roll pauses until its new servers are ready, in percent of the group. AWS replaces no more than the next checkpoint asks
/// for: https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-adding-checkpoints-instance-refresh.html.
/// </summary>
public static class RollCheckpoints
{
    /// <summary>
    /// The checkpoints that roll a group of at most <paramref name="maxServers"/> one server at a time, at each of its sizes.
    /// </summary>
    /// <remarks>
    /// <see cref="MaintenancePercentages"/> can't do that: what holds servers back in a group of three makes AWS launch first in a group of
    /// one, and a load that comes meanwhile then exceeds the maximum. Rounded down, since two of three servers are less than 67 percent.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no server.</exception>
    public static IReadOnlyList<int> For(int maxServers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxServers, 1);
        return [.. Enumerable.Range(1, maxServers).Select(servers => servers * 100 / maxServers)];
    }
}
