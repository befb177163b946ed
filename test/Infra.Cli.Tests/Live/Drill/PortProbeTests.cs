using System.Net;
using System.Net.Sockets;
using Infra.Cli.Live.Drill;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>The probe of a public address, on this machine's own.</summary>
internal sealed class PortProbeTests
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    [TearDown]
    public void NoListener() => _listener.Dispose();

    [Test]
    public async Task Port_ThatIsListenedOn_Opens()
    {
        _listener.Start();

        Assert.That(await OpensAsync(Port), Is.True);
    }

    [Test]
    public async Task Port_ThatNobodyListensOn_DoesNot()
    {
        _listener.Start();
        var port = Port;
        _listener.Stop();

        Assert.That(await OpensAsync(port), Is.False);
    }

    [Test]
    public async Task Port_ThatSaysNothing_DoesNot_AndIsGivenUp()
    {
        // A listener whose queue is full leaves those who come without an answer.
        _listener.Start(backlog: 1);
        var queue = Enumerable.Range(0, 8).Select(_ => new TcpClient()).ToList();
        foreach (var client in queue)
            _ = client.ConnectAsync(IPAddress.Loopback, Port);
        await Assert.ThatAsync(
            () => Task.FromResult(queue.Count(client => client.Connected)), Is.AtLeast(2).After(30).Seconds.PollEvery(10).MilliSeconds);

        Assert.That(await OpensAsync(Port), Is.False);

        queue.ForEach(client => client.Dispose());
    }

    [Test]
    public async Task BreakingOff_IsNoAnswer()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThatAsync(
            () => new PortProbe().OpensAsync("127.0.0.1", 9, cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static Task<bool> OpensAsync(int port) => new PortProbe().OpensAsync("127.0.0.1", port, CancellationToken.None);
}
