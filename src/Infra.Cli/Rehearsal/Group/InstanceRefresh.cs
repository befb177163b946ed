using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// Replaces the servers of every other version, batch by batch. The delay after a checkpoint is not modelled. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html.
/// </summary>
/// <param name="declared">The group.</param>
/// <param name="pool">Its servers.</param>
/// <param name="target">The version that all are to have.</param>
/// <param name="method">How it gets there.</param>
internal sealed class InstanceRefresh(DeclaredGroup declared, ServerPool pool, LaunchVersion target, RollMethod method)
{
    private const string Reason = "instance refresh";

    private readonly Replacement _replacement = new(pool, method.Warmup, Reason);

    public LaunchVersion Target => target;

    /// <summary>Replaces as many as may be replaced now; returns whether all have the version, and enough are ready.</summary>
    public bool Replace(int desired)
    {
        if (CanReplace)
            _replacement.Replace(pool.Counted.Where(IsOld), desired, method.LimitsAt(desired), Room(desired), () => Launch(desired));
        return !pool.Counted.Any(server => IsOld(server) || server.OutgoingFor == Reason)
            && pool.Ready(method.Warmup).Count() >= desired;
    }

    /// <summary>
    /// Turns what another refresh has left on the way: as many leave as there are too many, first those of another version, then the
    /// youngest. Where this refresh launches first they stay until others are ready; else the group is back at its size at once.
    /// </summary>
    public void TakeOver(int desired)
    {
        foreach (var server in pool.Counted.Where(server => server.OutgoingFor == Reason))
            server.OutgoingFor = null;
        var surplus = pool.Counted.OrderByDescending(IsOld).ThenByDescending(server => server.LaunchedAt);
        foreach (var server in surplus.Take(pool.Capacity - desired - pool.Outgoing).ToList())
        {
            if (method.LaunchesFirst)
                pool.LetStayUntilReplaced(server, Reason);
            else
                pool.TryTerminate(server, Reason);
        }
    }

    private bool CanReplace =>
        declared.Runs(ScalingProcess.InstanceRefresh) && declared.Runs(ScalingProcess.Launch) && declared.Runs(ScalingProcess.Terminate);

    // The group itself may launch another version meanwhile.
    private void Launch(int desired)
    {
        if (pool.Capacity < desired + pool.Outgoing)
            pool.TryLaunch(target);
    }

    // Those that the next checkpoint asks for and that are not new yet, nor on their way.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-adding-checkpoints-instance-refresh.html
    private int Room(int desired)
    {
        var ready = pool.Ready(method.Warmup).Count(server => !IsOld(server));
        var next = method.Checkpoints.FirstOrDefault(percent => ready * 100 < percent * desired, defaultValue: 100);
        return (((next * desired) + 99) / 100) - (desired - pool.Counted.Count(server => IsOld(server) && server.OutgoingFor is null));
    }

    private bool IsOld(Server server) => server.TemplateVersion != target.Number;
}
