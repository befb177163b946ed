using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>A load balancer as the stack dev declares it, but for what a test changes, and a client that trusts it.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly List<(string Id, TargetState State, string Reason)> _changes = [];
    private readonly SemaphoreSlim _changed = new(0);

    private Rig(LocalLoadBalancer loadBalancer)
    {
        LoadBalancer = loadBalancer;
        Client = NewClient();
        Targets.HealthChanged += (id, state, reason) =>
        {
            lock (_changes)
                _changes.Add((id, state, reason));
            _changed.Release();
        };
    }

    public LocalLoadBalancer LoadBalancer { get; }

    public Targets Targets => LoadBalancer.Targets;

    public HttpClient Client { get; }

    public static async Task<Rig> StartAsync(Func<RehearsedStack, RehearsedStack>? change = null, TimeProvider? time = null)
    {
        var declared = await Declarations.Of("dev");
        var changed = change?.Invoke(declared) ?? declared;
        return new(await LocalLoadBalancer.StartAsync(changed, new(0, 0), time ?? TimeProvider.System, default));
    }

    /// <summary>Registers servers as i-1, i-2 and so on, and waits until their first check has passed.</summary>
    public async Task RegisterAsync(params Uri[] servers)
    {
        foreach (var (index, server) in servers.Index())
            Targets.Register($"i-{index + 1}", server);
        foreach (var _ in servers)
        {
            var change = await ChangeAsync();
            Assert.That(change.State, Is.EqualTo(TargetState.Healthy), change.Reason);
        }
    }

    /// <summary>The next change of a server's health, in the order of their happening.</summary>
    public async Task<(string Id, TargetState State, string Reason)> ChangeAsync()
    {
        await _changed.WaitAsync().InTimeAsync("the next change of a server's health");
        lock (_changes)
        {
            var change = _changes[0];
            _changes.RemoveAt(0);
            return change;
        }
    }

    /// <summary>Sends these bytes to the HTTP listener and reads until it closes the connection.</summary>
    public async Task<string> SendAsync(string request)
    {
        await using var stream = await ConnectAsync(LoadBalancer.HttpUrl!.Port);
        return await SendAsync(stream, request).InTimeAsync(request);
    }

    /// <summary>The same over TLS.</summary>
    public async Task<string> SendSecurelyAsync(string request)
    {
        await using var stream = await ConnectAsync();
        return await SendAsync(stream, request).InTimeAsync(request);
    }

    /// <summary>A connection to the HTTPS listener.</summary>
    public async Task<SslStream> ConnectAsync()
    {
        var stream = new SslStream(await ConnectAsync(LoadBalancer.HttpsUrl.Port));
        await stream.AuthenticateAsClientAsync(Trust()).InTimeAsync();
        return stream;
    }

    /// <summary>A client with connections of its own, and a limit to the time of a request.</summary>
    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = Trust() })
    {
        BaseAddress = LoadBalancer.HttpsUrl,
        Timeout = TestLimit.Wait,
    };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await LoadBalancer.DisposeAsync().AsTask().InTimeAsync();
        _changed.Dispose();
    }

    private static async Task<NetworkStream> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new(socket, ownsSocket: true);
    }

    private static async Task<string> SendAsync(Stream stream, string request)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        return await reader.ReadToEndAsync();
    }

    private SslClientAuthenticationOptions Trust() => Trusting.Only(LoadBalancer.Certificate);
}
