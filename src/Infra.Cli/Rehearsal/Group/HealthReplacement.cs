using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// Finds the servers that fail their checks, and replaces them. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html.
/// </summary>
internal sealed class HealthReplacement(DeclaredGroup declared, ServerPool pool, TimeProvider time)
{
    private const string Reason = "unhealthy";

    // AWS says that its checks are periodic, not how often; replacements are seen to start within a minute.
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(1);

    // EC2 looks at a machine each minute, and the group waits a few minutes more, since a machine may recover. Nowhere promised; assumed.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
    private static readonly TimeSpan StatusChecksTake = TimeSpan.FromMinutes(3);

    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Replacement _replacement = new(pool, declared.InstanceWarmup, Reason);

    /// <summary>When the group next sees what the load balancer or EC2 says of a server.</summary>
    public DateTimeOffset NextDue =>
        Suspects.Select(LookAt).Concat(Lost.Select(server => server.MachineFailsAt)).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    private IEnumerable<Server> Lost => pool.Counted.Where(server => !server.MachineFailed);

    // What the load balancer says counts only where the group is told to heed it; the machine itself is always watched.
    private IEnumerable<Server> Suspects => declared.FollowsLoadBalancerHealth && declared.Runs(ScalingProcess.HealthCheck)
        ? pool.Servers.Where(server => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Unhealthy, IsUnhealthy: false })
        : [];

    /// <summary>A server's machine is lost with its zone. Status checks take minutes to tell; the load balancer may be faster.</summary>
    public void MachineIsLost(Server server)
    {
        if (server.MachineFailsAt == DateTimeOffset.MaxValue)
            server.MachineFailsAt = time.GetUtcNow() + StatusChecksTake;
    }

    /// <summary>The machine of a server is gone, or has failed EC2's status checks: noticed at once, in the grace period too.</summary>
    public void MachineFailed(Server server)
    {
        if (server is not { Counts: true, MachineFailed: false } || !declared.Runs(ScalingProcess.HealthCheck))
            return;

        server.MachineFailed = true;
        pool.MarkUnhealthy(server, "its machine has failed");
    }

    /// <summary>Marks what fails its checks, and replaces what is marked as the maintenance policy has it.</summary>
    public void Replace(int desired)
    {
        foreach (var server in Lost.Where(server => server.MachineFailsAt <= time.GetUtcNow()).ToList())
            MachineFailed(server);

        foreach (var server in Suspects.Where(server => LookAt(server) <= time.GetUtcNow()).ToList())
            pool.MarkUnhealthy(server, "it fails the load balancer's checks");

        if (!declared.Runs(ScalingProcess.ReplaceUnhealthy))
            return;

        // A machine that is gone is replaced without regard to the policy, since nothing is left to keep meanwhile.
        // https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html
        foreach (var server in pool.Counted.Where(server => server.MachineFailed).ToList())
            pool.TryTerminate(server, Reason);

        var limits = declared.Maintenance is { } percentages ? ReplacementLimits.For(percentages, desired) : ReplacementLimits.None;
        var unhealthy = declared.Runs(ScalingProcess.Terminate) ? pool.Counted.Where(server => server.IsUnhealthy) : [];
        _replacement.Replace(unhealthy, desired, limits);
    }

    // In its grace period a server's health is not looked at:
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html.
    private DateTimeOffset LookAt(Server server)
    {
        var graceEnds = server.InServiceAt + declared.HealthCheckGracePeriod;
        var from = (graceEnds > server.HealthSince ? graceEnds : server.HealthSince) - _start;
        return _start + (LooksEvery * Math.Ceiling(from / LooksEvery));
    }
}
