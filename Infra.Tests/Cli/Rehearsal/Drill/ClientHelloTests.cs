using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Infra.Cli.Rehearsal.Drill;

namespace Infra.Tests.Cli.Rehearsal.Drill;

public sealed class ClientHelloTests
{
    [Test]
    public async Task OfTls11_IsReadByAServerAsTls11()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var server = await listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(server.GetStream());
        SslProtocols? offered = null;

        await client.GetStream().WriteAsync(ClientHello.OfTls11());
        await Assert.ThatAsync(
            () => tls.AuthenticateAsServerAsync(
                (_, hello, _, _) =>
                {
                    offered = hello.SslProtocols;
                    throw new AuthenticationException("it has said what it speaks");
                },
                state: null),
            Throws.InstanceOf<AuthenticationException>());

        Assert.That(offered.ToString(), Is.EqualTo("Tls11"));
    }
}
