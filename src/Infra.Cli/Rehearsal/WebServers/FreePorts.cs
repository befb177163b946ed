using System.Net;
using System.Net.Sockets;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// Loopback ports for servers that start later. They lie below those that systems give to outgoing connections (from 32768 on Linux,
/// from 49152 elsewhere), or the load generator could take a server's port while it boots.
/// </summary>
internal sealed class FreePorts
{
    private const int First = 20000;
    private const int Count = 12768;

    // Two rehearsals at once start at different places.
    private int _next = Random.Shared.Next(Count);

    /// <summary>A port that nobody listens on; never the same one soon after.</summary>
    public int Take()
    {
        while (true)
        {
            var port = First + _next;
            _next = (_next + 1) % Count;
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
