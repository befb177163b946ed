using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Rehearsal.Timeline;

/// <summary>What target tracking holds a figure at.</summary>
/// <param name="High">Above it servers are added.</param>
/// <param name="Low">Below it servers are removed; none where the policy removes none.</param>
internal sealed record TrackedTarget(double High, double? Low)
{
    /// <summary>Of the group's policy for a metric; none if it has none. Of several the lowest, which adds servers first.</summary>
    public static TrackedTarget? Of(DeclaredGroup group, TrackedMetric metric) => group.Tracking
        .Where(policy => policy.Metric == metric && policy.OtherMetric is null)
        .OrderBy(policy => policy.Target)
        .Select(policy => new TrackedTarget(policy.Target, policy.ScalesIn ? policy.Target * TargetTracking.LowShare : null))
        .FirstOrDefault();
}
