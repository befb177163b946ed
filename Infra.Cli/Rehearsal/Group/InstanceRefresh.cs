using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// Replaces the servers of an older template, batch by batch. Its rollback and the delay after a checkpoint are not modelled. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html.
/// </summary>
internal sealed class InstanceRefresh(DeclaredGroup declared, ServerPool pool, Action<string> log)
{
    private readonly Replacement _replacement = new(pool, Warmup(declared), "instance refresh");

    /// <summary>Whether servers are being replaced.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>How long a new server is in service before the next one is replaced.</summary>
    public static TimeSpan Warmup(DeclaredGroup declared) => declared.Refresh?.InstanceWarmup ?? declared.InstanceWarmup;

    /// <summary>A new version of the template is there.</summary>
    public void Deploy()
    {
        pool.TemplateVersion++;
        if (IsUnderWay)
            log("InstanceRefreshInProgress: the provider cancels the refresh under way, and starts another");
        IsUnderWay = declared.Refresh is not null;
        log(IsUnderWay
            ? $"template {pool.TemplateVersion} deployed: instance refresh started"
            : $"template {pool.TemplateVersion} deployed: only new servers get it");
    }

    /// <summary>Replaces as many as may be replaced now.</summary>
    public void Replace(int desired)
    {
        if (declared.Refresh is not { } refresh || !IsUnderWay || !CanReplace)
            return;

        var limits = (refresh.Percentages ?? declared.Maintenance) is { } percentages
            ? ReplacementLimits.For(percentages, desired)
            : ReplacementLimits.RefreshDefault(desired);
        _replacement.Replace(pool.Counted.Where(IsOld), desired, limits, Room(refresh, desired));
        if (pool.Counted.Any(IsOld) || pool.Ready(refresh.InstanceWarmup).Count() < desired)
            return;

        IsUnderWay = false;
        log("instance refresh finished");
    }

    private bool CanReplace =>
        declared.Runs(ScalingProcess.InstanceRefresh) && declared.Runs(ScalingProcess.Launch) && declared.Runs(ScalingProcess.Terminate);

    // Those that the next checkpoint asks for and that are not new yet, nor on their way.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-adding-checkpoints-instance-refresh.html
    private int Room(DeclaredRefresh refresh, int desired)
    {
        var ready = pool.Ready(refresh.InstanceWarmup).Count(server => !IsOld(server));
        var next = refresh.Checkpoints.FirstOrDefault(percent => ready * 100 < percent * desired, defaultValue: 100);
        return (((next * desired) + 99) / 100) - (desired - pool.Counted.Count(server => IsOld(server) && server.OutgoingFor is null));
    }

    private bool IsOld(Server server) => server.TemplateVersion < pool.TemplateVersion;
}
