using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Group;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>A group in three zones, on a clock that a test moves, with a host that only takes notes.</summary>
internal sealed class GroupRun
{
    /// <summary>Two servers, three at most, replaced one at a time; the load balancer's health counts, rebalancing is off.</summary>
    public static readonly DeclaredGroup Declared = new()
    {
        Name = "group",
        MinSize = 2,
        MaxSize = 3,
        DesiredCapacity = 2,
        Zones = ["a", "b", "c"],
        FollowsLoadBalancerHealth = true,
        HealthCheckGracePeriod = TimeSpan.FromMinutes(4),
        InstanceWarmup = TimeSpan.FromMinutes(3),
        Maintenance = new(50, 100),
        Refresh = new(null, TimeSpan.FromMinutes(3)),
        SuspendedProcesses = ["AZRebalance"],
        Tracking = [new(TrackedMetric.AverageCpu, 50, ScalesIn: true)],
    };

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly NotedCalls _host = new();
    private readonly List<string> _log = [];

    public GroupRun(DeclaredGroup declared, double deregistrationSeconds = 30)
    {
        Group = new(declared, TimeSpan.FromSeconds(deregistrationSeconds), _time, _host, _log.Add);
        Group.Start();
        DueAtStart = Group.NextDue;
        foreach (var server in Group.Servers)
            Group.ReportHealth(server.Id, TargetState.Healthy);
    }

    public AutoScalingGroup Group { get; }

    /// <summary>When the group had something to do before any report.</summary>
    public DateTimeOffset DueAtStart { get; }

    /// <summary>What the host was told, in order, e.g. <c>launch i-1</c>.</summary>
    public IReadOnlyList<string> HostCalls => _host;

    /// <summary>The servers that are not gone, each with its zone and state, e.g. <c>i-1 a InService</c>.</summary>
    public IEnumerable<string> Servers => Group.Servers.Select(server => $"{server.Id} {server.Zone} {server.Lifecycle}");

    /// <summary>The lines of the log since this was last asked.</summary>
    public IReadOnlyList<string> TakeLog()
    {
        IReadOnlyList<string> lines = [.. _log];
        _log.Clear();
        return lines;
    }

    /// <summary>Lets time pass from one due moment to the next, as a stack does.</summary>
    public void Pass(double seconds)
    {
        var end = _time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        while (Group.NextDue is var due && due <= end)
        {
            _time.SetUtcNow(due);
            Group.Advance();
        }

        _time.SetUtcNow(end);
        Group.Advance();
    }

    /// <summary>Lets time pass without the group noticing, as it does on a busy machine.</summary>
    public void PassUnseen(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    public void Report(TargetState state, params string[] servers)
    {
        foreach (var server in servers)
            Group.ReportHealth(server, state);
    }

    /// <summary>Minutes in which every server that counts is so busy, and answers so many requests with an error.</summary>
    public void Minutes(int count, double cpu, double requests = 0, double errors = 0)
    {
        for (var minute = 0; minute < count; minute++)
        {
            Pass(60);
            var servers = Group.Servers.Where(server => server.Counts);
            Group.ReportMinute([.. servers.Select(server => new ServerMinute(server.Id, cpu, requests, errors))]);
        }
    }

    private sealed class NotedCalls : List<string>, IServerHost
    {
        public void Launch(Server server) => Add($"launch {server.Id}");

        public void Deregister(Server server) => Add($"deregister {server.Id}");

        public void Terminate(Server server) => Add($"terminate {server.Id}");
    }
}
