using Infra.Cli.Live.Load;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Load;

/// <summary>A load whose time stands still but for what a test lets pass: it sends one request, and counts what becomes of it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LoadGeneratorTimeTests
{
    private readonly TaskCompletionSource _release = new();
    private readonly FakeTimeProvider _time = new();
    private int _arrived;

    [TestCase(1, 0, 0)]
    [TestCase(1, 1, 1)]
    [TestCase(9, 9_999_999, 1)]
    public async Task Answer_AfterMoreThanASecond_IsSlow(int seconds, int ticks, int slow)
    {
        await using var site = await TestSite.StartAsync(HoldAsync);
        await using var load = One(site);
        Assert.That(() => Volatile.Read(ref _arrived), Is.EqualTo(1).InTime());
        load.SetRate(0);

        _time.Advance(TimeSpan.FromSeconds(seconds) + TimeSpan.FromTicks(ticks));
        _release.SetResult();

        Assert.That(() => load.Counts, Is.EqualTo(new LoadCounts(1, 0, slow)).InTime());
    }

    [Test]
    public async Task Answer_ThatDoesNotComeInTenSeconds_Fails()
    {
        await using var site = await TestSite.StartAsync(HoldAsync);
        await using var load = One(site);
        Assert.That(() => Volatile.Read(ref _arrived), Is.EqualTo(1).InTime());
        load.SetRate(0);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.That(() => load.Counts, Is.EqualTo(new LoadCounts(1, 1, 0)).InTime());
        _release.SetResult();
    }

    [Test]
    public async Task Answer_ThatBreaksOff_Fails()
    {
        await using var site = await TestSite.StartAsync(async context =>
        {
            context.Response.ContentLength = 10;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
        });
        await using var load = One(site);

        Assert.That(() => load.Counts, Is.EqualTo(new LoadCounts(1, 1, 0)).InTime());
    }

    [Test]
    public async Task Load_SaysWhoItIs_AndLeavesNoConnection()
    {
        var userAgent = "";
        var closed = new TaskCompletionSource();
        await using var site = await TestSite.StartAsync(context =>
        {
            userAgent = context.Request.Headers.UserAgent.ToString();
            context.Features.Get<IConnectionLifetimeFeature>()!.ConnectionClosed.Register(closed.SetResult);
            return Task.CompletedTask;
        });
        var load = One(site);
        Assert.That(() => load.Counts, Is.EqualTo(new LoadCounts(1, 0, 0)).InTime());

        await load.DisposeAsync();

        await closed.Task.InTimeAsync();
        Assert.That(userAgent, Is.EqualTo("infra-load"));
    }

    // Of a load that stands still and one that does not, the site sees the one.
    [Test]
    public async Task Load_OfNone_SendsNothing()
    {
        await using var site = await TestSite.StartAsync(_ => Task.CompletedTask);
        await using var none = new LoadGenerator(site.Https, site.Certificate);
        await using var other = new LoadGenerator(site.Https, site.Certificate);

        other.SetRate(100);
        Assert.That(() => other.Counts.Sent, Is.GreaterThanOrEqualTo(50).InTime());

        Assert.That(none.Counts, Is.Default);
    }

    [Test]
    public async Task Requests_BeyondTheMostUnderWay_FailUntilOthersAreAnswered()
    {
        await using var site = await TestSite.StartAsync(HoldAsync);
        await using var load = new LoadGenerator(site.Https, site.Certificate, mostUnderWay: 3);

        load.SetRate(200);
        Assert.That(() => load.Counts.Failed, Is.GreaterThanOrEqualTo(10).InTime());
        Assert.That(() => Volatile.Read(ref _arrived), Is.EqualTo(3).InTime());
        _release.SetResult();

        Assert.That(() => load.Counts.Sent - load.Counts.Failed, Is.GreaterThanOrEqualTo(6).InTime());
    }

    [Test]
    public async Task Rate_BelowNone_IsRefused()
    {
        await using var load = new LoadGenerator(new("https://127.0.0.1:9"));

        Assert.That(() => load.SetRate(-0.1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Handler_GoesStraightToTheSite_ByAFewHundredConnections()
    {
        using var handler = LoadGenerator.HandlerFor(null);

        Assert.That((handler.AllowAutoRedirect, handler.UseProxy, handler.MaxConnectionsPerServer), Is.EqualTo((false, false, 256)));
    }

    private Task HoldAsync(HttpContext context)
    {
        Interlocked.Increment(ref _arrived);
        return _release.Task;
    }

    // A tenth of a second of ten requests a second.
    private LoadGenerator One(TestSite site)
    {
        var load = new LoadGenerator(site.Https, site.Certificate, time: _time);
        load.SetRate(10);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        return load;
    }
}
