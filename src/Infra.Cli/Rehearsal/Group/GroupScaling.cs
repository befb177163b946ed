using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// How many servers a group wants, and the launches and terminations that get it there. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html.
/// </summary>
internal sealed class GroupScaling(DeclaredGroup declared, ServerPool pool, TimeProvider time, Action<string> log)
{
    private readonly ScalingPolicies _policies = new(declared.Tracking);

    public int DesiredCapacity { get; private set; } = WithinLimits(declared, declared.DesiredCapacity);

    /// <summary>Whether a roll that launches first holds it: then no policy changes the desired capacity.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The average processor load of the last minute, in percent; none when there was no server to measure.</summary>
    public double? AverageCpu { get; private set; }

    /// <summary>The requests of the last minute for each server; none when there was no server to measure.</summary>
    public double? AverageRequests { get; private set; }

    /// <summary>Takes CloudWatch's figures of the last minute. Servers that warm up are left out.</summary>
    public void ReportMinute(IReadOnlyList<ServerMinute> servers)
    {
        var warm = servers.Where(minute => pool.Find(minute.ServerId) is { } server && IsWarm(server)).ToList();
        AverageCpu = warm.Count > 0 ? warm.Average(minute => minute.Cpu) : null;
        AverageRequests = warm.Count > 0 ? warm.Average(minute => minute.Requests) : null;
        var change = _policies.Add(warm, DesiredCapacity, isWarmingUp: pool.Counted.Any(server => !IsWarm(server)));
        if (change is not null && !IsHeld && declared.Runs(ScalingProcess.AlarmNotification))
            SetDesiredCapacity(change);
    }

    /// <summary>
    /// Launches what is missing and terminates what is too much. One that waits for its replacement is too much for good reason.
    /// </summary>
    public void MeetDesiredCapacity()
    {
        while (pool.Capacity < DesiredCapacity + pool.Outgoing && pool.TryLaunch())
        {
        }

        while (pool.Capacity > DesiredCapacity + pool.Outgoing && pool.TryTerminate(TerminationChoice.Among(pool.Counted), "scale in"))
        {
        }
    }

    // Whatever a policy asks for.
    private static int WithinLimits(DeclaredGroup declared, int desired) => Math.Clamp(desired, declared.MinSize, declared.MaxSize);

    private void SetDesiredCapacity(CapacityChange change)
    {
        var desired = WithinLimits(declared, change.Desired);
        if (desired == DesiredCapacity)
            return;

        var before = DesiredCapacity;
        DesiredCapacity = desired;
        log($"desired capacity {before} -> {desired}: {change.Reason}");
    }

    private bool IsWarm(Server server) => server.IsWarm(time.GetUtcNow(), declared.InstanceWarmup);
}
