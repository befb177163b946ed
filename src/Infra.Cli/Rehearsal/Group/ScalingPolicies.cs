using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// The target tracking policies of a group together: it grows when any of them wants it, and shrinks when all that may shrink it do. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html.
/// </summary>
internal sealed class ScalingPolicies(IReadOnlyList<DeclaredTracking> declared)
{
    private readonly IReadOnlyList<(TrackedMetric Metric, TargetTracking Policy)> _policies =
        [.. declared.Select(tracking => (tracking.Metric, new TargetTracking(tracking)))];

    /// <summary>Takes a minute's figures; returns what follows from them, or nothing.</summary>
    /// <param name="warm">The figures of the warm servers.</param>
    /// <param name="desired">The capacity that is wanted now.</param>
    /// <param name="isWarmingUp">Whether servers are still on their way: until they are warm, none is removed.</param>
    public CapacityChange? Add(IReadOnlyList<ServerMinute> warm, int desired, bool isWarmingUp)
    {
        foreach (var (metric, policy) in _policies)
            policy.Add(warm.Count > 0 ? warm.Average(server => metric == TrackedMetric.AverageCpu ? server.Cpu : server.Requests) : null);

        return ScaleOut(desired, warm.Count) ?? (isWarmingUp ? null : ScaleIn(desired, warm.Count));
    }

    private CapacityChange? ScaleOut(int desired, int warm) =>
        _policies.Select(policy => policy.Policy.ScaleOut(desired, warm)).OfType<CapacityChange>().MaxBy(change => change.Desired);

    private CapacityChange? ScaleIn(int desired, int warm)
    {
        var wishes = _policies.Where(policy => policy.Policy.ScalesIn).Select(policy => policy.Policy.ScaleIn(desired, warm)).ToList();
        return wishes.Contains(null) ? null : wishes.MaxBy(change => change?.Desired);
    }
}
