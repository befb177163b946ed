using System.Globalization;
using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>A declared stack that runs on this machine: its load balancer, a process for each server, and the group between them.</summary>
internal sealed class EmulatedStack : IRunningStack, ITargetView, IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // How often a wait looks at the stack, in this machine's time.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan TallyEvery = TimeSpan.FromMilliseconds(50);

    // How often figures are recorded, in this machine's time, but no closer than they are worth in AWS's.
    private static readonly TimeSpan RecordEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RecordAtMostEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _reported = new(0);
    private readonly CancellationTokenSource _ending = new();
    private readonly RehearsedStack _declared;
    private readonly AcceleratedClock _clock;
    private readonly EmulatedServers _servers;
    private readonly EmulatedMetrics _metrics;
    private readonly LoadGenerator _load;
    private readonly AutoScalingGroup _group;
    private readonly StackLog _log;
    private readonly IAsyncDisposable? _bucket;
    private readonly HashSet<string> _hurt = [];
    private double _loadSet;
    private bool _heals;
    private DateTimeOffset _nextWaitTold;
    private Task _moving = Task.CompletedTask;
    private Task _tallying = Task.CompletedTask;

    private EmulatedStack(
        RehearsedStack declared,
        EmulationOptions options,
        WebServerFactory webServers,
        PlayedBucket? bucket,
        LocalLoadBalancer balancer,
        AcceleratedClock clock)
    {
        (_declared, _clock, _bucket, Balancer) = (declared, clock, bucket, balancer);
        ServerDescription = webServers.Description;
        Application = webServers.Application;
        _servers = new(webServers, balancer.Targets, clock, options.Model.BootTime);
        _metrics = new(balancer.Targets, options.Model);
        _load = new(balancer.HttpsUrl, balancer.Certificate, LocalFirewall.HasBlocked);
        _log = new(clock, () => _group!.Capacity);
        _group = new(declared.Group, declared.TargetGroup.DeregistrationDelay, clock, _servers, _log.OfGroup);
        if (bucket is not null && !OperatingSystem.IsWindows())
            Content = new EmulatedContent(bucket, _servers, text => Change(() => _log.OfBucket(text)));
        Traffic = new(balancer, TimeProvider.System);
        var interval = Math.Max(RecordAtMostEvery.Ticks, (RecordEvery * options.Speed).Ticks);
        Recorder = new(declared, isFast: false, TimeSpan.FromTicks(interval));
        balancer.Targets.HealthChanged += OnHealthChanged;
        balancer.Targets.AnsweredLate += OnAnsweredLate;
        _servers.Told += OnTold;
    }

    /// <summary>The load balancer.</summary>
    public LocalLoadBalancer Balancer { get; }

    /// <summary>What clients get of it.</summary>
    public TrafficRates Traffic { get; }

    /// <summary>What plays the servers, e.g. <c>nginx 1.28.0 (/usr/sbin/nginx)</c>.</summary>
    public string ServerDescription { get; }

    /// <summary>The servers' application; none where the site is all.</summary>
    public LocalApplication? Application { get; }

    /// <summary>The site that servers take while they run; none where they do not.</summary>
    public IContentUploads? Content { get; }

    /// <summary>The load that the rehearsal itself makes.</summary>
    public LoadGenerator Load => _load;

    /// <summary>How late this machine is.</summary>
    public MachineWatch Machine { get; } = new();

    /// <summary>Fails when the stack can't go on, e.g. because a web server doesn't start; never ends otherwise.</summary>
    public Task Failure => _servers.Failure;

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

    public StackView View
    {
        get
        {
            lock (_lock)
                return StackView.Of(_declared.Group, _group, _clock.GetUtcNow(), Traffic.RequestsPerSecond, _loadSet);
        }
    }

    /// <summary>Brings the stack up; returns when all its servers pass their checks.</summary>
    public static async Task<EmulatedStack> StartAsync(RehearsedStack declared, EmulationOptions options, CancellationToken cancellation)
    {
        var clock = new AcceleratedClock(options.Speed);
        var bucket = OperatingSystem.IsWindows() ? null : await EmulatedContent.BucketOfAsync(declared, options);
        EmulatedStack? stack = null;
        try
        {
            var webServers = WebServerFactory.Create(
                declared.Server, declared.TargetGroup, options.PrefersNginx, options.Application, bucket);
            var balancer = await LocalLoadBalancer.StartAsync(declared, options.Ports, clock, cancellation);
            stack = new EmulatedStack(declared, options, webServers, bucket, balancer, clock);
            await stack.DeployAsync(cancellation);
            return stack;
        }
        catch
        {
            if ((stack ?? (IAsyncDisposable?)bucket) is { } begun)
                await begun.DisposeAsync();
            throw;
        }
    }

    public LoadCounts Requests => _load.Counts;

    public void Note(string text) => Change(() => _log.OfDrill(text));

    public void Break(string serverId) => Hurt(serverId, server => server.Break(), _log.Broken);

    public void Hang(string serverId) => Hurt(serverId, server => server.Hang(), _log.Hung);

    public void SetLoad(double requestsPerSecond) => Change(() =>
    {
        _load.SetRate(requestsPerSecond);
        _loadSet = requestsPerSecond;
        Balancer.Firewall.Rules.SetLoad(requestsPerSecond, _clock.GetUtcNow());
        _log.LoadSet(requestsPerSecond);
    });

    /// <summary>Where a server listens.</summary>
    public Uri AddressOf(string serverId) => _servers.AddressOf(serverId);

    /// <summary>The health checks that the load balancer has made of a server so far.</summary>
    public long ChecksOf(string serverId) => Balancer.Targets.ChecksOf(serverId);

    public void Roll(VersionFault fault = VersionFault.None) => Change(() =>
    {
        _group.DeployTemplate(fault);
        _group.PromoteTemplate();
    });

    public void LoseZone(string zone) => Change(() =>
    {
        foreach (var server in _group.Servers.Where(server => server.Zone == zone))
        {
            _servers.TryHurt(server.Id, lost => lost.SwitchOff());
            _hurt.Add(server.Id);
        }

        _group.LoseZone(zone);
    });

    public void RestoreZone(string zone) => Change(() => _group.RestoreZone(zone));

    public async Task<bool> UntilAsync(Predicate<StackView> condition, TimeSpan atMost, CancellationToken cancellation)
    {
        var end = _clock.GetUtcNow() + atMost;
        while (!condition(View))
        {
            if (_clock.GetUtcNow() >= end)
                return false;
            await Task.WhenAny(Failure, Task.Delay(Glance, cancellation)).Unwrap();
        }

        return true;
    }

    public Task PassAsync(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, _clock, cancellation);

    public async ValueTask DisposeAsync()
    {
        Balancer.Targets.HealthChanged -= OnHealthChanged;
        Balancer.Targets.AnsweredLate -= OnAnsweredLate;
        _servers.Told -= OnTold;
        await _ending.CancelAsync();
        await _moving;
        await _tallying;
        await _load.DisposeAsync();
        await Balancer.DisposeAsync();
        await _servers.DisposeAsync();
        if (_bucket is not null)
            await _bucket.DisposeAsync();
        await Machine.DisposeAsync();
        _ending.Dispose();
    }

    private async Task DeployAsync(CancellationToken cancellation)
    {
        _servers.HaveBooted = true;
        Change(_group.Start);
        await Task.WhenAny(Failure, _servers.BootedAsync()).Unwrap().WaitAsync(cancellation);
        _servers.HaveBooted = false;
        while (View.Healthy < _declared.Group.DesiredCapacity)
            await Task.WhenAny(Failure, Task.Delay(Glance, cancellation)).Unwrap();
        _moving = MoveAsync(_ending.Token);
        _tallying = TallyAsync(_ending.Token);
    }

    // Lets the group do what is due, at the moment it is due or when something has happened to it.
    private async Task MoveAsync(CancellationToken cancellation)
    {
        var minuteEnds = _clock.GetUtcNow() + Minute;
        while (!cancellation.IsCancellationRequested)
        {
            TimeSpan wait;
            lock (_lock)
            {
                if (_clock.GetUtcNow() >= minuteEnds)
                {
                    _group.ReportMinute(_metrics.TakeMinute(_group.Servers));
                    minuteEnds += Minute;
                }

                if (Balancer.Firewall.Rules is var firewall && firewall.Check(_clock.GetUtcNow()))
                    _log.Firewall(firewall.Blocking);

                _group.Advance();
                wait = new[] { _group.NextDue, firewall.NextDue, minuteEnds }.Min() - _clock.GetUtcNow();
            }

            if (wait > TimeSpan.Zero)
            {
                await ((Task)_reported.WaitAsync(_clock.OnThisMachine(wait), cancellation))
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Which requests fail in which trouble, for the page.
    private async Task TallyAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            lock (_lock)
            {
                Traffic.Look(CurrentTrouble(), _clock.GetUtcNow());
                Recorder.Look(View, Balancer.Traffic.Status5xx);
            }

            await Task.Delay(TallyEvery, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A server that was hurt is trouble until others serve in its place.
    private StackTrouble CurrentTrouble()
    {
        var healthy = _group.Servers.Count(server => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy });
        _heals = _group.Servers.Any(server => _hurt.Contains(server.Id)) || (_heals && healthy < _group.DesiredCapacity);
        return _heals ? StackTrouble.Sick
            : _group.IsRolling ? StackTrouble.Roll
            : _group.Servers.Any(server => server.Lifecycle == LifecycleState.Terminating) ? StackTrouble.Leaving
            : StackTrouble.None;
    }

    private void OnHealthChanged(string serverId, TargetState state, string reason) => Change(() =>
    {
        _log.Checked(serverId, state, reason);
        _group.ReportHealth(serverId, state);
    });

    private void OnTold(string serverId, string text) => Change(() => _log.OfServer(serverId, text));

    // Told once a minute at most: a busy machine is late many times.
    private void OnAnsweredLate(string serverId, TimeSpan late)
    {
        Machine.Add(late);
        Change(() =>
        {
            if (_clock.GetUtcNow() < _nextWaitTold)
                return;

            _nextWaitTold = _clock.GetUtcNow() + Minute;
            var (milliseconds, timeout) =
                (late.TotalMilliseconds, _clock.OnThisMachine(_declared.TargetGroup.HealthCheck.Timeout).TotalMilliseconds);
            _log.Waited(string.Create(
                CultureInfo.InvariantCulture,
                $"busy: {serverId} answered a check {milliseconds:0} ms after its {timeout:0} ms, for which AWS's clock waited"));
        });
    }

    private void Hurt(string serverId, Action<IWebServer> fault, Action<string> log) => Change(() =>
    {
        if (!_servers.TryHurt(serverId, fault))
            return;

        _hurt.Add(serverId);
        log(serverId);
    });

    private void Change(Action change)
    {
        lock (_lock)
            change();
        _reported.Release();
    }
}
