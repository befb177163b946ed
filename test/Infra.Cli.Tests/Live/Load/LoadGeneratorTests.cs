using Infra.Cli.Live.Load;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Microsoft.AspNetCore.Http;

namespace Infra.Cli.Tests.Live.Load;

public sealed class LoadGeneratorTests
{
    [Test]
    public async Task Counts_OfAHealthySite_AreAllAnswered()
    {
        await using var site = await TestSite.StartAsync(_ => Task.CompletedTask);
        await using var load = new LoadGenerator(site.Https, site.Certificate);

        load.SetRate(300);
        Assert.That(() => load.Counts.Sent, Is.GreaterThanOrEqualTo(300).InTime());

        Assert.That(load.Counts.Failed, Is.Zero);
    }

    [Test]
    public async Task Connections_OfASteadyLoad_AreKept()
    {
        var connections = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        await using var site = await TestSite.StartAsync(context =>
        {
            connections.AddOrUpdate(context.Connection.Id, 1, (_, count) => count + 1);
            return Task.CompletedTask;
        });
        await using var load = new LoadGenerator(site.Https, site.Certificate);

        load.SetRate(100);
        Assert.That(() => load.Counts.Sent, Is.GreaterThanOrEqualTo(100).InTime());

        Assert.That(connections, Has.Count.LessThan(50));
    }

    [TestCase(StatusCodes.Status502BadGateway)]
    [TestCase(StatusCodes.Status404NotFound)]
    [TestCase(StatusCodes.Status301MovedPermanently)]
    public async Task Failed_CountsEveryAnswerThatIsNotTheSite(int status)
    {
        await using var site = await TestSite.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/elsewhere" ? StatusCodes.Status200OK : status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await using var load = new LoadGenerator(site.Https, site.Certificate);

        load.SetRate(200);
        Assert.That(() => load.Counts.Sent, Is.GreaterThanOrEqualTo(20).InTime());
        load.SetRate(0);

        Assert.That(load.Counts.Failed, Is.GreaterThanOrEqualTo(20));
    }

    [Test]
    [Category("Wide")]
    public async Task Answer_WithoutEnd_Fails_AndIsNotKept()
    {
        const int Piece = 1024 * 1024;
        const int Pieces = 512;
        var sent = new TaskCompletionSource();
        await using var site = await TestSite.StartAsync(async context =>
        {
            for (var piece = 0; piece < Pieces; piece++)
                await context.Response.Body.WriteAsync(new byte[Piece]);
            sent.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await using var load = new LoadGenerator(site.Https, site.Certificate);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        load.SetRate(1);
        await sent.Task.InTimeAsync();
        load.SetRate(0);

        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - before, Is.LessThan((long)Piece * Pieces / 2));
        Assert.That(() => load.Counts.Failed, Is.GreaterThanOrEqualTo(1).InTime());
    }

    // A server may answer 403 as well.
    [Test]
    public async Task Blocked_CountsTheAnswersOfAFirewall_WhichAreNeitherSentNorFailed()
    {
        var answers = 0;
        await using var site = await TestSite.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            if (Interlocked.Increment(ref answers) % 2 == 0)
                context.Response.Headers["Blocked"] = "yes";
            return Task.CompletedTask;
        });
        await using var load = new LoadGenerator(site.Https, site.Certificate, answer => answer.Headers.Contains("Blocked"));

        load.SetRate(200);
        Assert.That(() => load.Counts.Sent, Is.GreaterThanOrEqualTo(20).InTime());
        Assert.That(() => load.Counts.Blocked, Is.GreaterThanOrEqualTo(20).InTime());

        Assert.That(load.Counts.Sent, Is.EqualTo(load.Counts.Failed));
    }

    [Test]
    public async Task Failed_CountsAServerWithAnotherCertificate()
    {
        await using var site = await TestSite.StartAsync(_ => Task.CompletedTask);
        using var other = TestSite.NewCertificate();
        await using var load = new LoadGenerator(site.Https, other);

        load.SetRate(100);
        Assert.That(() => load.Counts.Failed, Is.GreaterThanOrEqualTo(5).InTime());

        Assert.That(load.Counts.Sent - load.Counts.Failed, Is.Zero);
    }

    [Test]
    public async Task Failed_CountsASiteThatIsGone()
    {
        var site = await TestSite.StartAsync(_ => Task.CompletedTask);
        var address = site.Https;
        using var certificate = TestSite.NewCertificate();
        await site.DisposeAsync();
        await using var load = new LoadGenerator(address, certificate);

        load.SetRate(100);
        Assert.That(() => load.Counts.Failed, Is.GreaterThanOrEqualTo(5).InTime());

        Assert.That(load.Counts.Failed, Is.EqualTo(load.Counts.Sent));
    }

    [Test]
    public async Task Rate_DoesNotWaitForAnswers()
    {
        var release = new TaskCompletionSource();
        var arrived = 0;
        await using var site = await TestSite.StartAsync(_ =>
        {
            Interlocked.Increment(ref arrived);
            return release.Task;
        });
        await using var load = new LoadGenerator(site.Https, site.Certificate);

        load.SetRate(200);
        Assert.That(() => Volatile.Read(ref arrived), Is.GreaterThanOrEqualTo(50).InTime());

        Assert.That(load.Counts.Sent, Is.Zero);
        release.SetResult();
    }

    [Test]
    public async Task Dispose_WithRequestsUnderWay_EndsAtOnceAndCountsNone()
    {
        var arrived = 0;
        await using var site = await TestSite.StartAsync(context =>
        {
            Interlocked.Increment(ref arrived);
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var load = new LoadGenerator(site.Https, site.Certificate);
        load.SetRate(100);
        Assert.That(() => Volatile.Read(ref arrived), Is.GreaterThanOrEqualTo(5).InTime());

        await load.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));

        Assert.That(load.Counts, Is.Default);
    }
}
