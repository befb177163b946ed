using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// Spreads the servers over the zones again, for instance when a lost zone is back. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html.
/// </summary>
internal sealed class ZoneRebalancing(DeclaredGroup declared, GroupZones zones, ServerPool pool)
{
    private readonly Replacement _replacement = new(pool, declared.InstanceWarmup, "rebalancing");

    /// <summary>Moves as many as may be moved now.</summary>
    public void Replace(int desired)
    {
        if (!declared.Runs(ScalingProcess.AZRebalance) || !declared.Runs(ScalingProcess.Launch))
            return;

        var limits = declared.Maintenance is { } percentages
            ? ReplacementLimits.For(percentages, desired)
            : ReplacementLimits.Rebalancing(desired, declared.MaxSize);
        _replacement.Replace(IsSettled(desired) ? ZoneChoice.ToMove(zones.Available, [.. pool.Counted]) : [], desired, limits);
    }

    // Whatever else is going on ends first: launches on the way may well restore the balance by themselves.
    private bool IsSettled(int desired) => pool.Outgoing == 0 && pool.Ready(declared.InstanceWarmup).Count() == desired;
}
