using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Firewall;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Simulation;

/// <summary>The simulated machines, the load balancer before them, and the firewall before that.</summary>
internal sealed class SimulatedServers(
    DeclaredHealthCheck check, ServerModel model, Func<Server, TimeSpan> bootTimeOf, RehearsedFirewall firewall, TimeProvider time)
    : IServerHost
{
    private readonly List<SimulatedServer> _servers = [];
    private DateTimeOffset _metered = time.GetUtcNow();
    private double _sent;
    private double _failed;
    private double _blocked;

    /// <summary>Requests a second that are sent.</summary>
    public double Load { get; private set; }

    /// <summary>Those of them that arrive at the load balancer.</summary>
    public double Arriving => firewall.Blocking is null ? Load : 0;

    /// <summary>What has become of them so far.</summary>
    public LoadCounts Requests
    {
        get
        {
            Meter();
            return new((long)_sent, (long)_failed, 0, (long)_blocked);
        }
    }

    /// <summary>When a server is next checked; <see cref="DateTimeOffset.MaxValue"/> if there is none.</summary>
    public DateTimeOffset NextDue => _servers.Select(server => server.NextDue).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    public void Launch(Server server)
    {
        Meter();
        var now = time.GetUtcNow();
        var answersFrom = server.Lifecycle == LifecycleState.InService ? now : now + bootTimeOf(server);
        _servers.Add(new(server.Id, check, now, answersFrom)
        {
            Condition = server.Fault switch
            {
                VersionFault.NeverHealthy => SimulatedCondition.Broken,
                VersionFault.Errors => SimulatedCondition.Failing,
                _ => SimulatedCondition.Running,
            },
        });
    }

    public void Deregister(Server server)
    {
        Meter();
        Find(server.Id)?.Deregister();
    }

    public void Terminate(Server server)
    {
        Meter();
        _servers.RemoveAll(simulated => simulated.Id == server.Id);
    }

    /// <summary>Changes the load.</summary>
    public void SetLoad(double requestsPerSecond)
    {
        Meter();
        Load = requestsPerSecond;
        firewall.SetLoad(requestsPerSecond, time.GetUtcNow());
    }

    /// <summary>Lets the firewall count, if that is due; returns whether it now blocks the load or no longer does.</summary>
    public bool CheckFirewall()
    {
        if (firewall.NextDue > time.GetUtcNow())
            return false;

        Meter();
        return firewall.Check(time.GetUtcNow());
    }

    /// <summary>Puts a server into a condition; false when there is no such server.</summary>
    public bool Put(string serverId, SimulatedCondition condition)
    {
        Meter();
        if (Find(serverId) is not { } server)
            return false;

        server.Condition = condition;
        return true;
    }

    /// <summary>Does the checks that are due; returns the servers of which the load balancer now thinks otherwise.</summary>
    public IReadOnlyList<SimulatedServer> Check()
    {
        var now = time.GetUtcNow();
        var due = _servers.Where(server => server.NextDue <= now).ToList();
        if (due.Count > 0)
            Meter();

        return [.. due.Where(server => server.Check(now))];
    }

    /// <summary>What CloudWatch has of the minute that ends now.</summary>
    public IReadOnlyList<ServerMinute> TakeMinute()
    {
        Meter();
        return
        [
            .. _servers.Where(server => server.Condition != SimulatedCondition.Gone)
                .Select(server => (server.Id, Minute: server.Minute.Take()))
                .Select(server => new ServerMinute(server.Id, server.Minute.Cpu, server.Minute.Requests, server.Minute.Errors)),
        ];
    }

    private SimulatedServer? Find(string id) => _servers.Find(server => server.Id == id);

    // Since the last change every server has got the same share.
    private void Meter()
    {
        var now = time.GetUtcNow();
        var span = now - _metered;
        if (span <= TimeSpan.Zero)
            return;

        var targets = Targets();
        var silent = targets.Count > 0 ? targets.Average(server => server.SilentShare(_metered, span)) : 1;
        _sent += Arriving * span.TotalSeconds;
        _failed += Arriving * span.TotalSeconds * silent;
        _blocked += (Load - Arriving) * span.TotalSeconds;
        var share = targets.Count > 0 ? Arriving / targets.Count : 0;
        foreach (var server in _servers)
        {
            var rate = targets.Contains(server) ? share : 0;
            server.Minute.Add(
                span, server.Answers(_metered) ? model.CpuAt(rate) : 0, rate, server.Fails(_metered) ? rate : 0);
        }

        _metered = now;
    }

    // With not one healthy target the load balancer sends to all of them, which AWS calls fail open:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.
    private List<SimulatedServer> Targets() =>
        _servers.FindAll(server => server.Health == TargetState.Healthy) is { Count: > 0 } healthy
            ? healthy
            : _servers.FindAll(server => server.Health != TargetState.Draining);
}
