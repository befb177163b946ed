using System.Net;
using System.Net.Sockets;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

internal sealed class FreePortsTests
{
    [Test]
    public void Take_ManyTimes_IsEachTimeAnotherPortThatNoOutgoingConnectionGets()
    {
        var ports = new FreePorts();
        var taken = Enumerable.Range(0, 200).Select(_ => ports.Take()).ToArray();

        Assert.That(taken, Is.Unique);
        Assert.That(taken, Has.All.InRange(20000, 32767));
    }

    [Test]
    public void Take_PortsInUse_AreSkipped()
    {
        var ports = new FreePorts();
        var first = ports.Take();
        var next = first == 32767 ? 20000 : first + 1;
        using var listener = new TcpListener(IPAddress.Loopback, next);
        listener.Start();

        Assert.That(ports.Take(), Is.Not.EqualTo(next));
    }
}
