using System.Net;
using Infra.Cli.Cost.Updating;

namespace Infra.Cli.Tests.Cost.Updating;

internal sealed class PriceToolsTests
{
    // EC2's list has hundreds of MB for a region, and a tenth of it when it is compressed.
    [Test]
    public void Server_UnlessATestPlaysIt_TakesCompressedLists()
    {
        using var server = new PriceTools().Server();

        Assert.That(server, Is.TypeOf<SocketsHttpHandler>());
        Assert.That(((SocketsHttpHandler)server).AutomaticDecompression, Is.EqualTo(DecompressionMethods.All));
    }
}
