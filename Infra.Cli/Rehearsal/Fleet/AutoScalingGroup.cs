using Infra.Cli.Rehearsal.Declared;

namespace Infra.Cli.Rehearsal.Fleet;

/// <summary>
/// An Auto Scaling group as a state machine: it is told what happens, and tells its host what to do. It knows no process and no socket.
/// Not thread-safe. See https://docs.aws.amazon.com/autoscaling/ec2/userguide/what-is-amazon-ec2-auto-scaling.html.
/// </summary>
internal sealed class AutoScalingGroup
{
    private readonly DeclaredGroup _declared;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly ServerPool _pool;
    private readonly HealthReplacement _health;
    private readonly InstanceRefresh _refresh;
    private readonly ZoneRebalancing _rebalancing;
    private readonly ScalingPolicies _policies;

    // After its launch a server enters service, then counts as warm, in a roll perhaps at another time.
    private readonly TimeSpan[] _waits;

    /// <summary>Makes a group without servers; it begins with <see cref="Start"/>.</summary>
    /// <param name="declared">What the stack declares of it.</param>
    /// <param name="deregistrationDelay">How long a server that leaves may finish its requests.</param>
    /// <param name="time">AWS's time.</param>
    /// <param name="host">Whoever starts and stops the servers.</param>
    /// <param name="log">Takes each line of the log, right after what it tells.</param>
    public AutoScalingGroup(DeclaredGroup declared, TimeSpan deregistrationDelay, TimeProvider time, IServerHost host, Action<string> log)
    {
        _declared = declared;
        _time = time;
        _log = log;
        _pool = new(declared, deregistrationDelay, time, host, log);
        _health = new(declared, _pool, time);
        _refresh = new(declared, _pool, log);
        _rebalancing = new(declared, _pool);
        _policies = new(declared.Tracking);
        _waits = [TimeSpan.Zero, declared.InstanceWarmup, InstanceRefresh.Warmup(declared)];
        DesiredCapacity = Math.Clamp(declared.DesiredCapacity, declared.MinSize, declared.MaxSize);
    }

    /// <summary>Every server that is not gone, the oldest first.</summary>
    public IReadOnlyList<Server> Servers => _pool.Servers;

    public int DesiredCapacity { get; private set; }

    /// <summary>Servers pending or in service.</summary>
    public int Capacity => _pool.Capacity;

    /// <summary>The most that <see cref="Capacity"/> has ever been.</summary>
    public int HighestCapacity => _pool.HighestCapacity;

    /// <summary>The average processor load of the last minute, in percent; none when there was no server to measure.</summary>
    public double? AverageCpu { get; private set; }

    /// <summary>When <see cref="Advance"/> next has something to do; <see cref="DateTimeOffset.MaxValue"/> if nothing waits.</summary>
    public DateTimeOffset NextDue
    {
        get
        {
            var now = _time.GetUtcNow();
            return _pool.Servers.SelectMany(Moments).Append(_health.NextDue).Where(moment => moment > now)
                .DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        }
    }

    /// <summary>Begins as a deployed stack stands: the desired servers in service, past their grace period and warm.</summary>
    public void Start()
    {
        var settled = _waits.Append(_declared.HealthCheckGracePeriod).Max();
        for (var server = 0; server < DesiredCapacity; server++)
            _pool.AddRunning(settled);
    }

    /// <summary>Does everything that is due by now.</summary>
    public void Advance() => Settle();

    /// <summary>Takes what the load balancer says of a server. It may say it late: a server that leaves or is gone is left alone.</summary>
    public void ReportHealth(string serverId, TargetState state)
    {
        if (Find(serverId) is not { Counts: true } server || server.Health == state)
            return;

        server.Health = state;
        server.HealthSince = _time.GetUtcNow();
        Settle();
    }

    /// <summary>Takes note that a server's machine is gone or fails EC2's status checks.</summary>
    public void ReportFailure(string serverId)
    {
        if (Find(serverId) is not { } server)
            return;

        _health.MachineFailed(server);
        Settle();
    }

    /// <summary>Takes CloudWatch's figures of the last minute, once a minute. Servers that warm up are left out.</summary>
    public void ReportMinute(IReadOnlyList<ServerMinute> servers)
    {
        var warm = servers.Where(minute => Find(minute.ServerId) is { } server && IsWarm(server)).ToList();
        AverageCpu = warm.Count > 0 ? warm.Average(minute => minute.Cpu) : null;
        var change = _policies.Add(warm, DesiredCapacity, isWarmingUp: _pool.Counted.Any(server => !IsWarm(server)));
        if (change is not null && _declared.Runs(ScalingProcess.AlarmNotification))
            SetDesiredCapacity(change);

        Settle();
    }

    /// <summary>Deploys another version of the launch template, which starts an instance refresh if one is declared.</summary>
    public void DeployTemplate()
    {
        _refresh.Deploy();
        Settle();
    }

    /// <summary>Takes a zone away with all servers in it; none can be launched there until it is back.</summary>
    public void LoseZone(string zone)
    {
        _pool.LoseZone(zone);
        foreach (var server in _pool.Servers.Where(server => server.Zone == zone))
            _health.MachineFailed(server);

        Settle();
    }

    /// <summary>Gives it back.</summary>
    public void RestoreZone(string zone)
    {
        _pool.RestoreZone(zone);
        Settle();
    }

    private Server? Find(string id) => _pool.Servers.FirstOrDefault(server => server.Id == id);

    private bool IsWarm(Server server) => server.IsWarm(_time.GetUtcNow(), _declared.InstanceWarmup);

    private IEnumerable<DateTimeOffset> Moments(Server server) =>
        server.Counts ? _waits.Select(wait => server.InServiceAt + wait) : [server.GoneAt];

    // Scaling stays within the limits, whatever a policy asks for:
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-capacity-limits.html.
    private void SetDesiredCapacity(CapacityChange change)
    {
        var desired = Math.Clamp(change.Desired, _declared.MinSize, _declared.MaxSize);
        if (desired == DesiredCapacity)
            return;

        var before = DesiredCapacity;
        DesiredCapacity = desired;
        _log($"desired capacity {before} -> {desired}: {change.Reason}");
    }

    private void Settle()
    {
        int before;
        do
        {
            before = _pool.Changes;
            _pool.Progress();
            _health.Replace(DesiredCapacity);
            _refresh.Replace(DesiredCapacity);
            _rebalancing.Replace(DesiredCapacity);
            MeetDesiredCapacity();
        }
        while (_pool.Changes != before);
    }

    private void MeetDesiredCapacity()
    {
        while (_pool.Capacity < DesiredCapacity + _pool.Outgoing && _pool.TryLaunch())
        {
        }

        while (_pool.Capacity > DesiredCapacity + _pool.Outgoing
            && _pool.TryTerminate(TerminationChoice.Among(_pool.Counted), "scale in"))
        {
        }
    }
}
