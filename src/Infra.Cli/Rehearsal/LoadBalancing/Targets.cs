using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>The target group's servers, which of them is next, and how they are. Members may be called from any thread.</summary>
internal sealed class Targets(RehearsedStack declared, TimeProvider time) : IAsyncDisposable
{
    private readonly HealthChecker _checker = new(declared.TargetGroup.HealthCheck, time);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Target> _targets = new(StringComparer.Ordinal);
    private readonly List<Task> _checks = [];
    private volatile Target[] _rotation = [];
    private uint _turn;

    /// <summary>Checks have changed a server's state: which server, to what, and why. A deregistration does not raise it.</summary>
    public event Action<string, TargetState, string>? HealthChanged;

    /// <summary>A server has answered a check after its timeout, since this machine is busy: which one, and by how much.</summary>
    public event Action<string, TimeSpan>? AnsweredLate;

    /// <summary>Registers a server: it is checked at once, and then at every interval.</summary>
    /// <exception cref="ArgumentException">It is registered already.</exception>
    public void Register(string id, Uri address)
    {
        var target = new Target(id, address, declared, time);
        lock (_gate)
        {
            _targets.Add(id, target);
            Rotate();
            if (declared.TargetGroup.HealthCheck.IsEnabled)
                _checks.Add(KeepCheckingAsync(target));
        }
    }

    /// <summary>It gets no new requests and no checks from now on, and may finish the requests that it has.</summary>
    public void Deregister(string id)
    {
        Target? target;
        lock (_gate)
        {
            if (!_targets.TryGetValue(id, out target))
                return;
            target.Health.Drain();
            Rotate();
        }
        target.StopChecks();
    }

    /// <summary>Forgets it, and cuts off requests that are still under way.</summary>
    public void Remove(string id)
    {
        Target? target;
        lock (_gate)
        {
            if (!_targets.Remove(id, out target))
                return;
            Rotate();
        }
        target.Dispose();
    }

    /// <summary>How it is; <see cref="TargetState.Initial"/> if it is not registered.</summary>
    public TargetState StateOf(string id)
    {
        lock (_gate)
            return _targets.GetValueOrDefault(id)?.Health.State ?? TargetState.Initial;
    }

    /// <summary>Requests sent to it so far; checks do not count. 0 if it is not registered.</summary>
    public long RequestsOf(string id)
    {
        lock (_gate)
            return _targets.GetValueOrDefault(id)?.Requests ?? 0;
    }

    /// <summary>Health checks made of it so far; 0 if it is not registered.</summary>
    public long ChecksOf(string id)
    {
        lock (_gate)
            return _targets.GetValueOrDefault(id)?.Checks ?? 0;
    }

    /// <summary>The server whose turn it is; none if none is registered.</summary>
    public Target? Next() => _rotation is { Length: > 0 } rotation ? rotation[Interlocked.Increment(ref _turn) % rotation.Length] : null;

    public async ValueTask DisposeAsync()
    {
        string[] ids;
        lock (_gate)
            ids = [.. _targets.Keys];
        foreach (var id in ids)
            Remove(id);
        await Task.WhenAll(_checks);
        _checker.Dispose();
    }

    // If no target is healthy, "the load balancer routes requests to all those targets, regardless of their health status":
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.
    private void Rotate()
    {
        Target[] healthy = [.. _targets.Values.Where(target => target.Health.State == TargetState.Healthy)];
        _rotation = healthy.Length > 0 ? healthy : [.. _targets.Values.Where(target => target.Health.State != TargetState.Draining)];
    }

    private async Task KeepCheckingAsync(Target target)
    {
        // Made before the first check, since how long a check takes does not move the next one.
        using var timer = new PeriodicTimer(declared.TargetGroup.HealthCheck.Interval, time);
        var hangs = false;
        await Task.Yield();
        try
        {
            do
            {
                target.CountCheck();
                var check = await _checker.CheckAsync(target.Address, isPatient: !hangs, target.ChecksStopped);
                if (check.Late > TimeSpan.Zero)
                    AnsweredLate?.Invoke(target.Id, check.Late);
                Record(target, check.Fault);
                hangs = check.TimedOut && StateOf(target.Id) == TargetState.Unhealthy;
            }
            while (await timer.WaitForNextTickAsync(target.ChecksStopped));
        }
        catch (OperationCanceledException)
        {
            // It has been deregistered or removed.
        }
    }

    private void Record(Target target, string? failure)
    {
        TargetState before, after;
        lock (_gate)
        {
            before = target.Health.State;
            if (!target.Health.Record(passed: failure is null))
                return;
            after = target.Health.State;
            Rotate();
        }
        HealthChanged?.Invoke(target.Id, after, ReasonFor(before, failure));
    }

    private string ReasonFor(TargetState before, string? failure)
    {
        var check = declared.TargetGroup.HealthCheck;
        if (failure is not null)
            return $"{Checks(check.UnhealthyThreshold)} failed: {failure}";
        return before == TargetState.Initial ? "it passed its first check" : $"{Checks(check.HealthyThreshold)} passed";
    }

    private static string Checks(int count) => count == 1 ? "a check" : $"{count} checks in a row";
}
