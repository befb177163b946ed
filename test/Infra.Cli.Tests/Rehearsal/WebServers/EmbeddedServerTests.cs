using System.Net;
using System.Net.Sockets;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

[Category("Live")]
internal sealed class EmbeddedServerTests
{
    [Test]
    public async Task StartAsync_PortThatIsTaken_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var server = new EmbeddedServer((await Declarations.Of("dev")).Server, isHttps: false, port);

        await Assert.ThatAsync(() => server.StartAsync(CancellationToken.None), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            $"the embedded server does not start:\nFailed to bind to address http://127.0.0.1:{port}: address already in use."));
    }

    [Test]
    public async Task Create_NginxNotWanted_IsTheEmbeddedServer()
    {
        var stack = await Declarations.Of("dev");

        Assert.That(
            WebServerFactory.Create(stack.Server, stack.TargetGroup, preferNginx: false).Description,
            Is.EqualTo("the embedded server"));
    }

    [Test]
    public void ServeSite_IsAPartOfTheProgramThatHelpDoesNotShow() => Assert.That(ServeSiteCommand.Create().Hidden, Is.True);
}
