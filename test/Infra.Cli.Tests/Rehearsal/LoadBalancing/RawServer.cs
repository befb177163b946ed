using System.Net;
using System.Net.Sockets;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>Listens, and does with each connection what no decent web server would.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public RawServer(Func<Socket, Task> handle)
    {
        _listener.Start();
        _accepting = AcceptAsync(handle);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Takes requests and never answers.</summary>
    public static RawServer Hanging() => new(_ => Task.CompletedTask);

    /// <summary>Takes a request and answers with these bytes.</summary>
    public static RawServer Answering(string bytes) => new(async socket =>
    {
        await socket.ReceiveAsync(new byte[4096]);
        await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(bytes));
        socket.Close();
    });

    /// <summary>Takes a request and resets the connection.</summary>
    public static RawServer Resetting() => new(async socket =>
    {
        await socket.ReceiveAsync(new byte[4096]);
        socket.LingerState = new(true, 0);
        socket.Close();
    });

    /// <summary>An address where nobody listens.</summary>
    public static Uri Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://{listener.LocalEndpoint}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting.InTimeAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<Socket, Task> handle)
    {
        var open = new List<Socket>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                open.Add(socket);
                _ = handle(socket);
            }
        }
        catch (OperationCanceledException)
        {
            open.ForEach(socket => socket.Dispose());
        }
    }
}
