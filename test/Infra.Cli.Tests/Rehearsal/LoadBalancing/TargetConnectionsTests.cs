using System.Net;
using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

internal sealed class TargetConnectionsTests
{
    [Test]
    public void Handler_DoesNothingOfItsOwnAccord()
    {
        using var handler = TargetConnections.Handler();

        Assert.That(
            (handler.AllowAutoRedirect, handler.AutomaticDecompression, handler.UseCookies, handler.UseProxy),
            Is.EqualTo((false, DecompressionMethods.None, false, false)));
    }
}
