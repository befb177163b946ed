using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.Stack;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>What the page shows of a load balancer that gets two good answers, one 404 and three 500.</summary>
internal sealed class TrafficRatesTests
{
    [Test]
    public async Task Rates_CountWhatFailed_AsWhatTheServersAnsweredWith5xx()
    {
        await using var rig = await Rig.StartAsync();
        await using var server = await FakeServer.StartAsync(context =>
        {
            context.Response.StatusCode = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        // With not one healthy target all get requests; a check would take its time.
        rig.Targets.Register("i-1", server.Address);
        var clock = new FakeTimeProvider();
        var rates = new TrafficRates(rig.LoadBalancer, clock);
        var (requests, errors) = (rates.RequestsPerSecond, rates.ErrorsPerSecond);
        rates.Look(StackTrouble.Sick, DateTimeOffset.UnixEpoch);

        foreach (var status in new[] { 200, 200, 404, 500, 500, 500 })
            (await rig.Client.GetAsync(new Uri(rig.LoadBalancer.HttpsUrl, $"/{status}"))).Dispose();

        // An answer is counted when it is written, and the client may be quicker.
        Assert.That(() => rig.LoadBalancer.Traffic.Requests, Is.EqualTo(6).InTime());
        clock.Advance(TimeSpan.FromSeconds(0.5));
        rates.Look(StackTrouble.Sick, DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(1));

        Assert.Multiple(() =>
        {
            Assert.That((requests, errors), Is.EqualTo((0d, 0d)), "before");
            Assert.That((rates.RequestsPerSecond, rates.ErrorsPerSecond), Is.EqualTo((12d, 6d)));
            Assert.That(rates.BlockedPerSecond, Is.Zero);
            Assert.That(rates.Errors, Is.EqualTo(3));
            Assert.That(rates.Losses.Single().Loss, Is.EqualTo(new LoadCounts(6, 3, 0)));
        });

        clock.Advance(TimeSpan.FromSeconds(0.6));

        Assert.That((rates.RequestsPerSecond, rates.ErrorsPerSecond), Is.EqualTo((0d, 0d)), "a second later");
    }
}
