using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Firewall;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline;

namespace Infra.Cli.Rehearsal.Simulation;

/// <summary>
/// A declared stack on a clock of its own that jumps from one event to the next: no process, no socket, no waiting, and the same
/// events each time.
/// </summary>
internal sealed class SimulatedStack : IRunningStack
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly RehearsedStack _declared;
    private readonly VirtualClock _clock = new();
    private readonly RehearsedFirewall _firewall;
    private readonly SimulatedServers _servers;
    private readonly AutoScalingGroup _group;
    private readonly StackLog _log;
    private DateTimeOffset _minuteEnds;

    /// <summary>Brings up a deployed stack: its servers in service and healthy.</summary>
    /// <param name="declared">What the stack declares.</param>
    /// <param name="model">What is assumed of a server.</param>
    /// <param name="bootTimeOf">How long a server takes to boot, where they differ; as the model has it otherwise.</param>
    public SimulatedStack(RehearsedStack declared, ServerModel model, Func<Server, TimeSpan>? bootTimeOf = null)
    {
        _declared = declared;
        _firewall = new(declared.AddressLimits);
        _servers = new(declared.TargetGroup.HealthCheck, model, bootTimeOf ?? (_ => model.BootTime), _firewall, _clock);
        _log = new(_clock, () => _group!.Capacity);
        _group = new(declared.Group, declared.TargetGroup.DeregistrationDelay, _clock, _servers, _log.OfGroup);
        _minuteEnds = _clock.GetUtcNow() + Minute;
        Recorder = new(declared, isFast: true, TimeSpan.Zero);
        _group.Start();
        Check();
    }

    public StackView View
    {
        get
        {
            lock (_lock)
                return CurrentView();
        }
    }

    public IReadOnlyList<StackEvent> Events => _log.Events;

    public TimelineRecorder Recorder { get; }

    public int MostRunning
    {
        get
        {
            lock (_lock)
                return _group.MostRunning;
        }
    }

    public int HighestCapacity
    {
        get
        {
            lock (_lock)
                return _group.HighestCapacity;
        }
    }

    public LoadCounts Requests
    {
        get
        {
            lock (_lock)
                return _servers.Requests;
        }
    }

    public void Note(string text)
    {
        lock (_lock)
            _log.OfDrill(text);
    }

    public void Break(string serverId) => Put(serverId, SimulatedCondition.Broken, _log.Broken);

    public void Hang(string serverId) => Put(serverId, SimulatedCondition.Hanging, _log.Hung);

    public void SetLoad(double requestsPerSecond)
    {
        lock (_lock)
        {
            _servers.SetLoad(requestsPerSecond);
            _log.LoadSet(requestsPerSecond);
        }
    }

    public void Roll(VersionFault fault = VersionFault.None)
    {
        lock (_lock)
        {
            _group.DeployTemplate(fault);
            _group.PromoteTemplate();
        }
    }

    public void LoseZone(string zone)
    {
        lock (_lock)
        {
            foreach (var server in _group.Servers.Where(server => server.Zone == zone))
                _servers.Put(server.Id, SimulatedCondition.Gone);

            _group.LoseZone(zone);
        }
    }

    public void RestoreZone(string zone)
    {
        lock (_lock)
            _group.RestoreZone(zone);
    }

    public Task<bool> UntilAsync(Predicate<StackView> condition, TimeSpan atMost, CancellationToken cancellation) =>
        RunAsync(() => condition(CurrentView()), atMost, cancellation);

    public Task PassAsync(TimeSpan time, CancellationToken cancellation) => RunAsync(() => false, time, cancellation);

    // Nobody waits for a virtual clock, so the task is complete when it is returned.
    private Task<bool> RunAsync(Func<bool> isDone, TimeSpan atMost, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var deadline = _clock.GetUtcNow() + atMost;
            Record();
            while (!isDone())
            {
                if (cancellation.IsCancellationRequested)
                    return Task.FromCanceled<bool>(cancellation);

                if (_clock.GetUtcNow() >= deadline)
                    return Task.FromResult(false);

                AdvanceTowards(deadline);
                Record();
            }

            return Task.FromResult(true);
        }
    }

    private void Record() => Recorder.Look(CurrentView(), _servers.Requests.Failed);

    // To the next event, if that comes before the deadline. Several things may be due at once: in this order the group knows of a
    // check when it looks, and of both when it scales.
    private void AdvanceTowards(DateTimeOffset deadline)
    {
        var groupDue = _group.NextDue;
        var moment = new[] { _servers.NextDue, _firewall.NextDue, groupDue, _minuteEnds, deadline }.Min();
        _clock.AdvanceTo(moment);
        if (_servers.CheckFirewall())
            _log.Firewall(_firewall.Blocking);
        Check();
        if (groupDue <= moment)
            _group.Advance();

        if (_minuteEnds > moment)
            return;

        _minuteEnds += Minute;
        _group.ReportMinute(_servers.TakeMinute());
    }

    private void Check()
    {
        var failures = _declared.TargetGroup.HealthCheck.UnhealthyThreshold;
        foreach (var server in _servers.Check())
        {
            _log.Checked(server.Id, server.Health, server.Health == TargetState.Healthy ? null : $"{failures} checks in a row failed");
            _group.ReportHealth(server.Id, server.Health);
        }
    }

    private void Put(string serverId, SimulatedCondition condition, Action<string> log)
    {
        lock (_lock)
        {
            if (_servers.Put(serverId, condition))
                log(serverId);
        }
    }

    // Nothing else sends requests to a simulated stack.
    private StackView CurrentView() => StackView.Of(_declared.Group, _group, _clock.GetUtcNow(), _servers.Arriving, _servers.Load);
}
