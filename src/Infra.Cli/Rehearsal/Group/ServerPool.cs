using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>The servers of a group, and their way from launch to termination.</summary>
internal sealed class ServerPool(
    DeclaredGroup declared, GroupZones zones, TimeSpan deregistrationDelay, TimeProvider time, IServerHost host, Action<string> log)
{
    /// <summary>From a launch until EC2 has the machine running. Nowhere promised; assumed.</summary>
    public static readonly TimeSpan LaunchTime = TimeSpan.FromSeconds(10);

    private readonly List<Server> _servers = [];
    private int _launched;

    /// <summary>Every server that is not gone, the oldest first.</summary>
    public IReadOnlyList<Server> Servers => _servers;

    /// <summary>Those that count in the capacity: a server that terminates does not.</summary>
    public IEnumerable<Server> Counted => _servers.Where(server => server.Counts);

    public int Capacity => _servers.Count(server => server.Counts);

    public int HighestCapacity { get; private set; }

    /// <summary>The most machines that ever ran at once, those that leave among them.</summary>
    public int MostRunning { get; private set; }

    /// <summary>Servers that stay only until their replacement is ready.</summary>
    public int Outgoing => _servers.Count(server => server is { Counts: true, OutgoingFor: not null });

    /// <summary>The version of the launch template that new servers get unless a roll launches them.</summary>
    public LaunchVersion Template { get; set; } = new(1);

    /// <summary>Goes up with every change.</summary>
    public int Changes { get; private set; }

    /// <summary>
    /// Servers that carry load: in service, warm and healthy. See
    /// https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html.
    /// </summary>
    public IEnumerable<Server> Ready(TimeSpan warmup) => _servers.Where(server =>
        !server.IsUnhealthy && server.IsWarm(time.GetUtcNow(), warmup)
        && (server.Health == TargetState.Healthy || !declared.FollowsLoadBalancerHealth));

    /// <summary>The server of that id; none if it is gone.</summary>
    public Server? Find(string id) => _servers.Find(server => server.Id == id);

    /// <summary>Adds a server that has been in service for so long.</summary>
    public void AddRunning(TimeSpan inServiceFor)
    {
        var server = Next(time.GetUtcNow() - inServiceFor - LaunchTime, Template);
        if (server is null)
            return;

        server.Lifecycle = LifecycleState.InService;
        Add(server, $"{server.Id} in service in {server.Zone}");
    }

    /// <summary>Launches a server in the emptiest zone; false when it may not, or no zone is left.</summary>
    /// <param name="version">Of a version; the group's own unless given.</param>
    public bool TryLaunch(LaunchVersion? version = null)
    {
        if (!declared.Runs(ScalingProcess.Launch) || Next(time.GetUtcNow(), version ?? Template) is not { } server)
            return false;

        Add(server, $"{server.Id} launched in {server.Zone}");
        return true;
    }

    /// <summary>
    /// Lets a server leave: it does not count any more, and is switched off after the deregistration delay. False when it may not.
    /// </summary>
    public bool TryTerminate(Server server, string reason)
    {
        if (!declared.Runs(ScalingProcess.Terminate))
            return false;

        server.Lifecycle = LifecycleState.Terminating;
        server.Health = TargetState.Draining;
        server.GoneAt = time.GetUtcNow() + deregistrationDelay;
        Changed($"{server.Id} terminating: {reason}");
        host.Deregister(server);
        return true;
    }

    /// <summary>Keeps a server until its replacement is ready.</summary>
    public void LetStayUntilReplaced(Server server, string reason)
    {
        server.OutgoingFor = reason;
        Changed($"{server.Id} stays until its replacement is ready: {reason}");
    }

    /// <summary>Marks a server for replacement.</summary>
    public void MarkUnhealthy(Server server, string reason)
    {
        server.IsUnhealthy = true;
        Changed($"{server.Id} marked unhealthy: {reason}");
    }

    /// <summary>Takes every server as far as it is by now.</summary>
    public void Progress()
    {
        var now = time.GetUtcNow();
        foreach (var server in _servers.ToList())
        {
            if (server.Lifecycle == LifecycleState.Pending && server.InServiceAt <= now)
            {
                server.Lifecycle = LifecycleState.InService;
                Changed($"{server.Id} in service");
            }
            else if (server.GoneAt <= now)
            {
                server.Lifecycle = LifecycleState.Terminated;
                _servers.Remove(server);
                Changed($"{server.Id} terminated");
                host.Terminate(server);
            }
        }
    }

    private Server? Next(DateTimeOffset launchedAt, LaunchVersion version) =>
        ZoneChoice.Emptiest(zones.Available, [.. Counted.Where(server => server.OutgoingFor is null)]) is { } zone
            ? new()
            {
                Id = $"i-{_launched + 1}",
                Zone = zone,
                TemplateVersion = version.Number,
                Fault = version.Fault,
                LaunchedAt = launchedAt,
                InServiceAt = launchedAt + LaunchTime,
            }
            : null;

    private void Add(Server server, string text)
    {
        _launched++;
        _servers.Add(server);
        HighestCapacity = Math.Max(HighestCapacity, Capacity);
        MostRunning = Math.Max(MostRunning, _servers.Count);
        Changed(text);
        host.Launch(server);
    }

    private void Changed(string text)
    {
        Changes++;
        log(text);
    }
}
