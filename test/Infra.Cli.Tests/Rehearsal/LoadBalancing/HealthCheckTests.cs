using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

[TestFixture]
internal sealed class HealthCheckTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    [Test]
    public async Task NewServer_AfterOnePass_IsHealthy()
    {
        await using var server = await FakeServer.AnsweringAsync("fine");
        await using var rig = await Rig.StartAsync(time: new FakeTimeProvider());
        rig.Targets.Register("i-1", server.Address);

        var change = await rig.ChangeAsync();

        Assert.That(change, Is.EqualTo(("i-1", TargetState.Healthy, "it passed its first check")));
        Assert.That(rig.Targets.StateOf("i-1"), Is.EqualTo(TargetState.Healthy));
    }

    [Test]
    public async Task Server_IsCheckedAtEveryInterval_AndItsStateFollowsTheThresholds()
    {
        var time = new FakeTimeProvider();
        var status = 200;
        using var checks = new SemaphoreSlim(0);
        await using var server = await FakeServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;

            // The load balancer has its answer when it closes the connection.
            context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed.Register(() => checks.Release());
            return Task.CompletedTask;
        });
        await using var rig = await Rig.StartAsync(
            stack => stack.WithCheck(check => check with { UnhealthyThreshold = 3, HealthyThreshold = 2, Interval = Interval }), time);
        rig.Targets.Register("i-1", server.Address);
        await rig.ChangeAsync();
        await CheckedAsync();

        status = 500;
        await PassAsync(3);
        var sick = await rig.ChangeAsync();
        status = 200;
        await PassAsync(2);
        var well = await rig.ChangeAsync();

        Assert.That(sick, Is.EqualTo(("i-1", TargetState.Unhealthy, "3 checks in a row failed: it answered 500")));
        Assert.That(well, Is.EqualTo(("i-1", TargetState.Healthy, "2 checks in a row passed")));
        Assert.That((rig.Targets.ChecksOf("i-1"), rig.Targets.RequestsOf("i-1")), Is.EqualTo((6, 0)));

        async Task CheckedAsync() => await checks.WaitAsync().InTimeAsync("the next check");

        // A check has to be over before the next one is due, as it is on a clock that does not stand still.
        async Task PassAsync(int intervals)
        {
            for (var interval = 0; interval < intervals; interval++)
            {
                time.Advance(Interval);
                await CheckedAsync();
            }
        }
    }

    [Test]
    public async Task ServerThatRefuses_FailsItsCheck()
    {
        using var checker = new HealthChecker(Check(), TimeProvider.System);

        var check = await CheckAsync(checker, RawServer.Nobody());

        Assert.That(check.Fault, Is.EqualTo("it refused the connection"));
    }

    [Test]
    public async Task ServerThatResets_FailsItsCheck()
    {
        await using var server = RawServer.Resetting();
        using var checker = new HealthChecker(Check(), TimeProvider.System);

        Assert.That((await CheckAsync(checker, server.Address)).Fault, Is.EqualTo("it broke the connection"));
    }

    [Test]
    public async Task ServerThatHangs_FailsItsCheckAfterTheTimeout()
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Hanging();
        using var checker = new HealthChecker(Check(), time);

        var check = checker.CheckAsync(server.Address, isPatient: true, default);
        time.Advance(TimeSpan.FromSeconds(4.9));
        var early = check.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.That(early, Is.False);
        Assert.That((await check.InTimeAsync()).Fault, Is.EqualTo("no answer within 5 s"));
    }

    // At 60 times the speed 5 s are 83 ms of this machine, which a busy one needs to answer at all.
    [Test]
    public async Task ServerThatIsLate_PassesItsCheckWhileTheAcceleratedClockWaits()
    {
        await using var server = await FakeServer.StartAsync(_ => Task.Delay(400));
        var clock = new AcceleratedClock(60);
        using var checker = new HealthChecker(Check(), clock);
        await CheckAsync(checker, server.Address);
        var start = clock.GetTimestamp();

        var check = await CheckAsync(checker, server.Address);

        Assert.That((check.Fault, check.TimedOut), Is.EqualTo(((string?)null, false)));
        Assert.That(check.Late, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(clock.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(0.4 * 60)), "the clock stood still");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task ServerThatHangs_OnAnAcceleratedClock_FailsItsCheckAfterTheTimeout(bool isPatient)
    {
        await using var server = RawServer.Hanging();
        var clock = new AcceleratedClock(60);
        using var checker = new HealthChecker(Check(), clock);
        var standstill = new Standstill(clock);

        var check = await checker.CheckAsync(server.Address, isPatient, default).InTimeAsync();

        var length = standstill.Length;
        Assert.That((check.Fault, check.TimedOut), Is.EqualTo(("no answer within 5 s", true)));
        Assert.That(length, isPatient ? Is.GreaterThan(TimeSpan.FromSeconds(0.5)) : Is.LessThan(TimeSpan.FromMilliseconds(1)));
    }

    [Test]
    public async Task Check_IsAGetOfTheDeclaredPath_OnAConnectionOfItsOwn()
    {
        var received = new List<(string Request, string Agent, string Connection)>();
        await using var server = await FakeServer.StartAsync(context =>
        {
            var request = context.Request;
            var line = $"{request.Method} {request.Path}{request.QueryString} {request.Host}";
            received.Add((line, request.Headers.UserAgent.ToString(), context.Connection.Id));
            return Task.CompletedTask;
        });
        using var checker = new HealthChecker(Check() with { Path = "/health?deep=1" }, TimeProvider.System);

        await CheckAsync(checker, server.Address);
        await CheckAsync(checker, server.Address);

        Assert.That(received.Select(check => check.Request), Is.All.EqualTo($"GET /health?deep=1 {server.Address.Authority}"));
        Assert.That(received.Select(check => check.Agent), Is.All.EqualTo("ELB-HealthChecker/2.0"));
        Assert.That(received.Select(check => check.Connection), Is.Unique);
    }

    [TestCase(false, "http HTTP/1.1")]
    [TestCase(true, "https HTTP/1.1")]
    public async Task Check_IsMadeByTheDeclaredProtocol(bool isHttps, string expected)
    {
        string? received = null;
        await using var server = await FakeServer.StartAsync(
            context =>
            {
                received = $"{context.Request.Scheme} {context.Request.Protocol}";
                return Task.CompletedTask;
            },
            isHttps);
        using var checker = new HealthChecker(Check() with { IsHttps = isHttps }, TimeProvider.System);

        var check = await CheckAsync(checker, server.Address);

        Assert.That(check, Is.EqualTo(new CheckResult(null, TimeSpan.Zero, TimedOut: false)));
        Assert.That(received, Is.EqualTo(expected));
    }

    private static Task<CheckResult> CheckAsync(HealthChecker checker, Uri address) =>
        checker.CheckAsync(address, isPatient: true, default).InTimeAsync($"the check of {address}");

    private static DeclaredHealthCheck Check() => new()
    {
        IsEnabled = true,
        IsHttps = false,
        Path = "/",
        Matcher = "200",
        Interval = Interval,
        Timeout = TimeSpan.FromSeconds(5),
        HealthyThreshold = 2,
        UnhealthyThreshold = 2,
    };
}
