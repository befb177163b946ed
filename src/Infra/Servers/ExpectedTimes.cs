using System.Globalization;

namespace Infra.Servers;

/// <summary>What to expect of the healing and the scaling, at most, with the timings as configured.</summary>
/// <param name="NoticeSickServer">From a server's last answer until it gets no more requests.</param>
/// <param name="ReplaceSickServer">From a server's last answer until its replacement gets requests.</param>
/// <param name="AddServer">From the start of a load above the target until one more server gets requests.</param>
public sealed record ExpectedTimes(TimeSpan NoticeSickServer, TimeSpan ReplaceSickServer, TimeSpan AddServer)
{
    // AWS says that the checks are periodic, not how often the group looks at them; replacements are seen to start within
    // a minute. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
    private static readonly TimeSpan GroupReactsWithin = TimeSpan.FromMinutes(1);

    // The alarm that target tracking makes wants three one-minute points above the target in a row.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
    private static readonly TimeSpan LoadLastsFor = TimeSpan.FromMinutes(3);

    // With detailed monitoring a point covers a whole minute, so the load may begin a minute before the first of the three.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/enable-as-instance-metrics.html
    private static readonly TimeSpan PointCovers = TimeSpan.FromMinutes(1);

    // The alarm that removes wants fifteen one-minute points in a row.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
    private static readonly TimeSpan LowLastsFor = TimeSpan.FromMinutes(15);

    /// <summary>The times that follow from <paramref name="timings"/>.</summary>
    public static ExpectedTimes For(ServerTimings timings)
    {
        // A replacement does not wait for the old server to drain: the next one launches while it terminates.
        // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
        var ready = timings.BootBudget + timings.HealthCheck.ToHealthy;
        return new(
            timings.HealthCheck.ToUnhealthy,
            timings.HealthCheck.ToUnhealthy + GroupReactsWithin + ready,
            PointCovers + LoadLastsFor + GroupReactsWithin + ready);
    }

    /// <summary>From the end of a load until so many servers that it brought have left. Each waits for an alarm of its own.</summary>
    public static TimeSpan RemoveServers(int surplus, TimeSpan instanceWarmup) =>
        ((PointCovers + LowLastsFor + GroupReactsWithin) * surplus) + instanceWarmup;

    /// <summary>The times as a stack output shows them.</summary>
    public override string ToString() =>
        $"a sick server is noticed within {Text(NoticeSickServer)} and replaced within {Text(ReplaceSickServer)}; "
        + $"under load a server is added within {Text(AddServer)}";

    /// <summary>A time in minutes and seconds, e.g. <c>4 min 15 s</c>.</summary>
    public static string Text(TimeSpan time)
    {
        var minutes = (int)time.TotalMinutes;
        return (minutes, time.Seconds) switch
        {
            (0, var seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            (_, var seconds) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min {seconds} s"),
        };
    }
}
