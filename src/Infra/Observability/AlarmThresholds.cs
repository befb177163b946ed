using Infra.Servers;

namespace Infra.Observability;

/// <summary>When an alarm rings, as far as that follows from how fast servers boot and heal. In minutes, CloudWatch's points.</summary>
/// <param name="UnhealthyMinutes">Minutes in a row with an unhealthy server that healing does not explain.</param>
/// <param name="HealingLoopMinutes">Minutes with an unhealthy server, within the window, that two healings do not explain.</param>
/// <param name="HealingLoopWindow">The window, in minutes.</param>
/// <param name="CeilingMinutes">Minutes in a row at the maximum and still loaded that the newest server's boot does not explain.</param>
/// <param name="OverCeilingMinutes">Minutes in a row with more than three servers that a leaving one does not explain.</param>
public sealed record AlarmThresholds(
    int UnhealthyMinutes,
    int HealingLoopMinutes,
    int HealingLoopWindow,
    int CeilingMinutes,
    int OverCeilingMinutes)
{
    /// <summary>Responses with a 5xx status within five minutes that are more than a mishap.</summary>
    public const int ErrorsInFiveMinutes = 10;

    /// <summary>The longest until an alarm rings for errors that begin: its five minutes, and one for the metric to arrive.</summary>
    public static readonly TimeSpan ErrorsRingWithin = TimeSpan.FromMinutes(6);

    /// <summary>The longest until a roll of so many servers is over, with the time in which alarms may ring for the new version.</summary>
    public static TimeSpan RollIsOverWithin(ServerTimings timings, int servers) => timings.RollWithin(servers) + ErrorsRingWithin;

    /// <summary>
    /// Days before its expiry when a certificate should have been replaced: three weeks to rotate one by hand. What ACM has
    /// issued it renews earlier, so then too the alarm means that something is wrong.
    /// </summary>
    public const int CertificateDays = 21;

    private const int Hour = 60;

    // The scaling alarm's own three points: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
    private const int ScalingMinutes = 3;

    /// <summary>The thresholds that follow from <paramref name="timings"/>.</summary>
    public static AlarmThresholds For(ServerTimings timings)
    {
        // A server that boots is unhealthy too, once the load balancer has asked it often enough; so one healing accounts
        // for at most all its time, and the point in which it ends.
        var healing = Minutes(ExpectedTimes.For(timings).ReplaceSickServer) + 1;
        var loop = (2 * healing) + 1;
        return new(
            UnhealthyMinutes: healing,
            HealingLoopMinutes: loop,
            // An hour, but with very slow timings so long that the minutes can occur in it.
            HealingLoopWindow: Math.Max(Hour, 2 * loop),
            CeilingMinutes: Minutes(timings.GracePeriod) + ScalingMinutes,
            // A server that leaves still counts while it drains and shuts down; its replacement may have started.
            OverCeilingMinutes: Minutes(timings.DeregistrationDelay) + 2);
    }

    private static int Minutes(TimeSpan time) => (int)Math.Ceiling(time.TotalMinutes);
}
