using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>A port that nobody listens on, and that nobody else can get meanwhile: connections to it are refused.</summary>
internal sealed class DeadPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public DeadPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public int Number => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{Number}/");

    public void Dispose() => _socket.Dispose();
}
