using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// An Auto Scaling group as a state machine: it is told what happens, and tells its host what to do. It knows no process and no socket.
/// Not thread-safe. See https://docs.aws.amazon.com/autoscaling/ec2/userguide/what-is-amazon-ec2-auto-scaling.html.
/// </summary>
internal sealed class AutoScalingGroup
{
    private readonly TimeProvider _time;
    private readonly GroupZones _zones;
    private readonly ServerPool _pool;
    private readonly HealthReplacement _health;
    private readonly RollAlarm _alarm;
    private readonly GroupRoll _roll;
    private readonly ZoneRebalancing _rebalancing;
    private readonly GroupScaling _scaling;

    // After its launch a server enters service, then counts as warm, in a roll perhaps at another time.
    private readonly TimeSpan[] _waits;
    private readonly TimeSpan _longestWait;

    // Not just now: a clock that runs may pass a moment before anybody looks.
    private DateTimeOffset _settledAt;

    /// <summary>Makes a group without servers; it begins with <see cref="Start"/>.</summary>
    /// <param name="declared">What the stack declares of it.</param>
    /// <param name="deregistrationDelay">How long a server that leaves may finish its requests.</param>
    /// <param name="time">AWS's time.</param>
    /// <param name="host">Whoever starts and stops the servers.</param>
    /// <param name="log">Takes each line of the log, right after what it tells.</param>
    public AutoScalingGroup(DeclaredGroup declared, TimeSpan deregistrationDelay, TimeProvider time, IServerHost host, Action<string> log)
    {
        _time = time;
        _zones = new(declared, log);
        _pool = new(declared, _zones, deregistrationDelay, time, host, log);
        _health = new(declared, _pool, time);
        _rebalancing = new(declared, _zones, _pool);
        _scaling = new(declared, _pool, time, log);
        _alarm = new(declared);
        _roll = new(declared, _pool, _scaling, _alarm, time, log);
        _waits = [TimeSpan.Zero, declared.InstanceWarmup, RollMethod.OfGroup(declared).Warmup];
        _longestWait = _waits.Append(declared.HealthCheckGracePeriod).Max();
    }

    /// <summary>Every server that is not gone, the oldest first.</summary>
    public IReadOnlyList<Server> Servers => _pool.Servers;

    public int DesiredCapacity => _scaling.DesiredCapacity;

    /// <summary>Servers pending or in service.</summary>
    public int Capacity => _pool.Capacity;

    /// <summary>The most that <see cref="Capacity"/> has ever been.</summary>
    public int HighestCapacity => _pool.HighestCapacity;

    /// <summary>The most machines that ever ran at once: one that leaves still runs for its drain, and its replacement beside it.</summary>
    public int MostRunning => _pool.MostRunning;

    /// <summary>Whether a new version is replacing servers, or the former one is put back.</summary>
    public bool IsRolling => _roll.IsUnderWay;

    /// <summary>Whether the former version is being put back after a roll that failed.</summary>
    public bool IsGoingBack => _roll.IsGoingBack;

    /// <summary>Whether a roll that launches first holds scaling.</summary>
    public bool IsScalingHeld => _scaling.IsHeld;

    /// <summary>The zones that are lost, in the order in which the stack declares its zones.</summary>
    public IReadOnlyList<string> LostZones => _zones.Lost;

    /// <summary>The average processor load of the last minute, in percent; none when there was no server to measure.</summary>
    public double? AverageCpu => _scaling.AverageCpu;

    /// <summary>The requests of the last minute for each server; none when there was no server to measure.</summary>
    public double? AverageRequests => _scaling.AverageRequests;

    /// <summary>When <see cref="Advance"/> next has something to do; <see cref="DateTimeOffset.MaxValue"/> if nothing waits.</summary>
    public DateTimeOffset NextDue => _pool.Servers.SelectMany(Moments).Append(_health.NextDue).Append(_roll.NextDue)
        .Where(moment => moment > _settledAt)
        .DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    /// <summary>Begins as a deployed stack stands: the desired servers in service, past their grace period and warm.</summary>
    public void Start()
    {
        for (var server = 0; server < DesiredCapacity; server++)
            _pool.AddRunning(_longestWait);

        Settle();
    }

    /// <summary>Does everything that is due by now.</summary>
    public void Advance() => Settle();

    /// <summary>Takes what the load balancer says of a server. It may say it late: a server that leaves or is gone is left alone.</summary>
    public void ReportHealth(string serverId, TargetState state)
    {
        if (_pool.Find(serverId) is not { Counts: true } server || server.Health == state)
            return;

        server.Health = state;
        server.HealthSince = _time.GetUtcNow();
        Settle();
    }

    /// <summary>Takes note that a server's machine is gone or fails EC2's status checks.</summary>
    public void ReportFailure(string serverId)
    {
        if (_pool.Find(serverId) is not { } server)
            return;

        _health.MachineFailed(server);
        Settle();
    }

    /// <summary>Takes CloudWatch's figures of the last minute, once a minute. Servers that warm up are left out.</summary>
    public void ReportMinute(IReadOnlyList<ServerMinute> servers)
    {
        _alarm.ReportMinute(servers.Sum(server => server.Errors));
        _scaling.ReportMinute(servers);
        Settle();
    }

    /// <summary>
    /// Deploys another version of the launch template, as <c>pulumi up</c> does: it waits, or a declared refresh starts.
    /// </summary>
    /// <param name="fault">What is wrong with that version.</param>
    public void DeployTemplate(VersionFault fault = VersionFault.None)
    {
        _roll.Deploy(fault);
        Settle();
    }

    /// <summary>Rolls a version that waits, as <c>infra roll</c> does.</summary>
    public void PromoteTemplate()
    {
        _roll.Promote();
        Settle();
    }

    /// <summary>Takes a zone away with all servers in it; none can be launched there until it is back.</summary>
    public void LoseZone(string zone)
    {
        _zones.Lose(zone);
        foreach (var server in _pool.Servers.Where(server => server.Zone == zone))
            _health.MachineIsLost(server);

        Settle();
    }

    /// <summary>Gives it back.</summary>
    public void RestoreZone(string zone)
    {
        _zones.Restore(zone);
        Settle();
    }

    private IEnumerable<DateTimeOffset> Moments(Server server) =>
        server.Counts ? _waits.Select(wait => server.InServiceAt + wait) : [server.GoneAt];

    private void Settle()
    {
        _settledAt = _time.GetUtcNow();
        int before;
        do
        {
            before = _pool.Changes;
            _pool.Progress();
            _health.Replace(DesiredCapacity);
            _roll.Replace();
            _rebalancing.Replace(DesiredCapacity);
            _scaling.MeetDesiredCapacity();
        }
        while (_pool.Changes != before);
    }
}
