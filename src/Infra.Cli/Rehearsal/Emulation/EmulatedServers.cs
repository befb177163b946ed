using System.Collections.Concurrent;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>The machines of an emulated group: a process of this machine for each server.</summary>
internal sealed class EmulatedServers(WebServerFactory webServers, Targets targets, AcceleratedClock clock, TimeSpan bootTime)
    : IServerHost, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Machine> _machines = [];
    private readonly ConcurrentBag<Task> _leaving = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Told of what a server says of itself: its id, and a sentence.</summary>
    public event Action<string, string>? Told;

    /// <summary>Fails when a server's process can't be started; never ends otherwise.</summary>
    public Task Failure => _failure.Task;

    /// <summary>Whether new servers take no time to boot: those that a rehearsal starts with were deployed long before.</summary>
    public bool HaveBooted { get; set; }

    /// <summary>Where a server listens.</summary>
    /// <exception cref="KeyNotFoundException">There is no such server, or it has been switched off.</exception>
    public Uri AddressOf(string serverId) => _machines[serverId].WebServer.Address;

    /// <summary>Puts a fault into a server, which stays in it when it is still booting; false when there is no such server.</summary>
    public bool TryHurt(string serverId, Action<IWebServer> fault)
    {
        if (!_machines.TryGetValue(serverId, out var machine))
            return false;

        machine.Fault = fault;
        fault(machine.WebServer);
        return true;
    }

    public void Launch(Server server)
    {
        var machine = new Machine(
            server.Fault == VersionFault.Errors ? webServers.NewFailing() : webServers.New(),
            CancellationTokenSource.CreateLinkedTokenSource(_ending.Token));
        if (server.Fault == VersionFault.NeverHealthy)
            machine.Fault = webServer => webServer.Break();
        machine.WebServer.Told += text => Told?.Invoke(server.Id, text);
        _machines[server.Id] = machine;
        machine.Boot = BootAsync(server.Id, machine, HaveBooted ? TimeSpan.Zero : bootTime);
    }

    /// <summary>Has every server ask for the newest site when its timer says so the next time; one that boots, after that.</summary>
    public void UpdateContent()
    {
        foreach (var (serverId, machine) in _machines)
            machine.Updates = Task.WhenAll(machine.Updates, UpdateContentAsync(serverId, machine));
    }

    public void Deregister(Server server) => targets.Deregister(server.Id);

    public void Terminate(Server server)
    {
        targets.Remove(server.Id);
        if (_machines.TryRemove(server.Id, out var machine))
            _leaving.Add(StopAsync(machine));
    }

    /// <summary>Waits until every server launched so far answers.</summary>
    public Task BootedAsync() => Task.WhenAll(_machines.Values.Select(machine => machine.Boot));

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll([.. _leaving, .. _machines.Values.Select(StopAsync)]);
        _ending.Dispose();
    }

    // AWS registers a server when it launches it; its checks fail until it has booted. One that has booted already passes its first.
    private async Task BootAsync(string serverId, Machine machine, TimeSpan time)
    {
        try
        {
            if (time > TimeSpan.Zero)
            {
                targets.Register(serverId, machine.WebServer.Address);
                await Task.Delay(time, clock, machine.Off.Token);
            }

            // What this machine takes to start a process is no part of a boot on AWS.
            using (clock.Hold())
                await StartAsync(serverId, machine, isFirst: time == TimeSpan.Zero);
            machine.Fault?.Invoke(machine.WebServer);
            if (time == TimeSpan.Zero)
                targets.Register(serverId, machine.WebServer.Address);
        }
        catch (OperationCanceledException) when (machine.Off.IsCancellationRequested)
        {
            // Switched off before it was ready.
        }
        catch (Exception e)
        {
            _failure.TrySetException(e);
        }
    }

    // In between the program would find nothing new, so it is not run.
    private async Task UpdateContentAsync(string serverId, Machine machine)
    {
        try
        {
            var next = ContentTimer.UntilNext(clock.GetUtcNow(), Random.Shared.NextDouble());
            await Task.WhenAll(machine.Boot, Task.Delay(next, clock, machine.Off.Token));
            await machine.Turn.WaitAsync(machine.Off.Token);
            try
            {
                if (await machine.WebServer.UpdateContentAsync(machine.Off.Token) is { } words)
                    Told?.Invoke(serverId, words);
            }
            finally
            {
                machine.Turn.Release();
            }
        }
        catch (OperationCanceledException) when (machine.Off.IsCancellationRequested)
        {
            // Switched off before it asked.
        }
        catch (Exception e)
        {
            _failure.TrySetException(e);
        }
    }

    // An application that does not start is no end of the rehearsal but what is rehearsed, unless it never ran: its server stays unhealthy.
    private async Task StartAsync(string serverId, Machine machine, bool isFirst)
    {
        try
        {
            await machine.WebServer.StartAsync(machine.Off.Token);
        }
        catch (ServerFailedException failure) when (!isFirst)
        {
            Told?.Invoke(serverId, string.Join(" | ", LegibleText.Of(failure.Message).Split('\n')));
        }
    }

    private static async Task StopAsync(Machine machine)
    {
        await machine.Off.CancelAsync();
        await machine.Boot;
        await machine.Updates;
        await machine.WebServer.DisposeAsync();
        machine.Turn.Dispose();
        machine.Off.Dispose();
    }

    private sealed record Machine(IWebServer WebServer, CancellationTokenSource Off)
    {
        public Task Boot { get; set; } = Task.CompletedTask;

        /// <summary>All that its timer does.</summary>
        public Task Updates { get; set; } = Task.CompletedTask;

        /// <summary>Systemd starts a unit once at a time.</summary>
        public SemaphoreSlim Turn { get; } = new(1);

        public Action<IWebServer>? Fault { get; set; }
    }
}
