namespace Infra.Servers;

/// <summary>
/// How far a replacement may shrink and grow the group, in percent of its desired capacity. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html.
/// </summary>
/// <param name="MinHealthy">Never fewer healthy servers than this.</param>
/// <param name="MaxHealthy">Never more servers than this.</param>
public sealed record MaintenancePercentages(int MinHealthy, int MaxHealthy)
{
    /// <summary>
    /// The percentages for a group of at least <paramref name="minServers"/>: one server leaves before the next one comes.
    /// </summary>
    /// <remarks>
    /// With 100 as the explicit maximum the group still launches first, and so exceeds its size, whenever the minimum leaves
    /// no whole server to spare. The minimum must leave one at every size that the group can have, and the smallest is the
    /// tightest: 0 of 1, 50 of 2, 66 of 3. Rounded down, since 67 percent of three servers are more than two.
    /// </remarks>
    public static MaintenancePercentages For(int minServers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minServers, 1);
        return new((minServers - 1) * 100 / minServers, 100);
    }
}
