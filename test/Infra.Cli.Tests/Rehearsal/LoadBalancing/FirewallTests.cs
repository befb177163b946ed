using System.Net;
using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>The firewall before the listeners: it blocks the rehearsal's own load, and that alone.</summary>
[TestFixture]
internal sealed class FirewallTests
{
    [TestCase(true, true, HttpStatusCode.Forbidden)]
    [TestCase(true, false, HttpStatusCode.OK)]
    [TestCase(false, true, HttpStatusCode.OK)]
    [TestCase(false, false, HttpStatusCode.OK)]
    public async Task Request_WhileALoadIsBlocked_IsLetIn_UnlessItIsOfTheLoad(bool isBlocking, bool isOfTheLoad, HttpStatusCode status)
    {
        await using var server = await FakeServer.AnsweringAsync("page");
        var limited = await Declarations.Of("prod", "wafRateLimit=10");
        await using var rig = await Rig.StartAsync(stack => stack.With(loadBalancer => loadBalancer with
        {
            Inspections = limited.LoadBalancer.Inspections,
        }));
        await rig.RegisterAsync(server.Address);
        if (isBlocking)
            Block(rig);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("User-Agent", isOfTheLoad ? "infra-load" : "a browser");

        using var answer = await rig.Client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(
            (rig.LoadBalancer.Firewall.Blocked, LocalFirewall.HasBlocked(answer)),
            Is.EqualTo(status == HttpStatusCode.Forbidden ? (1L, true) : (0L, false)));
        Assert.That(
            answer.Headers.TryGetValues("Infra-Blocked", out var marks) ? marks.Single() : null,
            Is.EqualTo(status == HttpStatusCode.Forbidden ? "rate limit" : null));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain(status == HttpStatusCode.Forbidden ? "<p>The firewall blocks this address.</p>" : "page"));
    }

    private static void Block(Rig rig)
    {
        var now = DateTimeOffset.UnixEpoch;
        rig.LoadBalancer.Firewall.Rules.SetLoad(100_000, now);
        for (var minutes = 0; minutes < 10; minutes++)
            rig.LoadBalancer.Firewall.Rules.Check(now += TimeSpan.FromMinutes(1));
        Assert.That(rig.LoadBalancer.Firewall.Rules.Blocking, Is.Not.Null);
    }
}
