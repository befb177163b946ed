namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>A server is taken out of the rotation while 64 clients ask as fast as they can.</summary>
internal sealed class DrainingUnderLoadTests
{
    [Test]
    public async Task Draining_UnderTheLoadOf64Connections_FailsNoRequest()
    {
        await using var leaving = await FakeServer.AnsweringAsync("leaving");
        await using var staying = await FakeServer.AnsweringAsync("staying");
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(leaving.Address, staying.Address);
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 64).Select(_ => LoadAsync(rig, stop.Token)).ToArray();

        await RequestsAsync(rig, 500);
        rig.Targets.Deregister("i-1");
        await RequestsAsync(rig, 1_000);
        var afterwards = rig.Targets.RequestsOf("i-1");
        await RequestsAsync(rig, 1_000);
        var atTheEnd = rig.Targets.RequestsOf("i-1");
        rig.Targets.Remove("i-1");
        await RequestsAsync(rig, 1_000);
        await stop.CancelAsync();

        Assert.That((await Task.WhenAll(load)).Sum(), Is.Zero);
        Assert.That(rig.LoadBalancer.Traffic.Errors, Is.Zero);
        Assert.That(atTheEnd, Is.EqualTo(afterwards).And.GreaterThan(0));
    }

    // A connection of its own; returns how many of its requests failed.
    private static async Task<int> LoadAsync(Rig rig, CancellationToken stop)
    {
        using var client = rig.NewClient();
        var failed = 0;
        while (!stop.IsCancellationRequested)
        {
            using var answer = await client.GetAsync("/", CancellationToken.None);
            failed += answer.IsSuccessStatusCode ? 0 : 1;
        }
        return failed;
    }

    private static async Task RequestsAsync(Rig rig, int more)
    {
        var enough = rig.LoadBalancer.Traffic.Requests + more;
        for (var own = 0; own < more && rig.LoadBalancer.Traffic.Requests < enough; own++)
            await rig.Client.GetStringAsync("/");
        Assert.That(() => rig.LoadBalancer.Traffic.Requests, Is.AtLeast(enough).InTime());
    }
}
