using System.Net.Sockets;

namespace Infra.Cli.Live.Drill;

/// <summary>Tries by TCP.</summary>
internal sealed class PortProbe : IPortProbe
{
    // A host that drops what it does not want says nothing at all.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<bool> OpensAsync(string host, int port, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, patience.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
