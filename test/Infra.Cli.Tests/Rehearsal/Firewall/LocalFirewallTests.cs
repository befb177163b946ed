using System.Net;
using Infra.Cli.Tests.Rehearsal.Emulation;
using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Firewall;

/// <summary>A stack on this machine behind a firewall that lets ten requests of an address in.</summary>
[Category("Live")]
internal sealed class LocalFirewallTests
{
    private static readonly TimeSpan SomeMinutes = TimeSpan.FromMinutes(3);

    [Test]
    [Requirement("R7")]
    public async Task Load_AboveTheLimit_Gets403AndReachesNoServer_WhileOthersAreLetIn()
    {
        using var sandbox = new ServerSandbox();
        await using var stack = await StackUnderTest.StartAsync(await Declarations.Of("prod", "wafRateLimit=10"), isNginx: false);
        stack.Emulated.SetLoad(100);
        await stack.UntilAsync(_ => stack.Emulated.Traffic.Blocking is not null);

        // Whatever was under way when it began to block.
        await stack.Emulated.PassAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        var (requests, traffic) = (stack.Emulated.Requests, stack.Emulated.Balancer.Traffic);
        await stack.Emulated.PassAsync(SomeMinutes, CancellationToken.None);
        var since = stack.Emulated.Requests.Since(requests);

        Assert.That((since.Sent, since.Failed), Is.EqualTo((0, 0)));
        Assert.That(since.Blocked, Is.GreaterThan(50));
        Assert.That(stack.Emulated.Balancer.Traffic.Requests, Is.EqualTo(traffic.Requests));
        Assert.That(stack.Emulated.Traffic.BlockedPerSecond, Is.Positive);
        Assert.That(stack.Emulated.Traffic.Losses, Is.Empty);
        Assert.That((await stack.Client.GetAsync("/")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        using var asLoad = new HttpRequestMessage(HttpMethod.Get, "/");
        asLoad.Headers.Add("User-Agent", "infra-load");
        Assert.That((await stack.Client.SendAsync(asLoad)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

        stack.Emulated.SetLoad(0);
        await stack.UntilAsync(_ => stack.Emulated.Traffic.Blocking is null);
        Assert.That(
            stack.Emulated.Events.Where(line => line.Source == "firewall").Select(line => line.Text.Split(':')[0]),
            Is.EqualTo(["blocks the load", "lets the load in again"]));
    }
}
