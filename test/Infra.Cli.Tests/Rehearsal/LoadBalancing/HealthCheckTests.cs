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

        async Task CheckedAsync() => Assert.That(await checks.WaitAsync(TimeSpan.FromSeconds(30)), Is.True);

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

        var check = await checker.CheckAsync(RawServer.Nobody(), isPatient: true, default);

        Assert.That(check.Fault, Is.EqualTo("it refused the connection"));
    }

    [Test]
    public async Task ServerThatResets_FailsItsCheck()
    {
        await using var server = RawServer.Resetting();
        using var checker = new HealthChecker(Check(), TimeProvider.System);

        Assert.That((await checker.CheckAsync(server.Address, isPatient: true, default)).Fault, Is.EqualTo("it broke the connection"));
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
        Assert.That((await check.WaitAsync(TimeSpan.FromSeconds(30))).Fault, Is.EqualTo("no answer within 5 s"));
    }

    // At 60 times the speed 5 s are 83 ms of this machine, which a busy one needs to answer at all.
    [Test]
    public async Task ServerThatIsLate_PassesItsCheckWhileTheAcceleratedClockWaits()
    {
        await using var server = await FakeServer.StartAsync(_ => Task.Delay(400));
        var clock = new AcceleratedClock(60);
        using var checker = new HealthChecker(Check(), clock);
        await checker.CheckAsync(server.Address, isPatient: true, default);
        var start = clock.GetTimestamp();

        var check = await checker.CheckAsync(server.Address, isPatient: true, default);

        Assert.That((check.Fault, check.TimedOut), Is.EqualTo(((string?)null, false)));
        Assert.That(check.Late, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(clock.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(0.4 * 60)), "the clock stood still");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task ServerThatHangs_OnAnAcceleratedClock_FailsItsCheckAfterTheTimeout(bool isPatient)
    {
        await using var server = RawServer.Hanging();
        using var checker = new HealthChecker(Check(), new AcceleratedClock(60));
        var start = TimeProvider.System.GetTimestamp();

        var check = await checker.CheckAsync(server.Address, isPatient, default);

        Assert.That((check.Fault, check.TimedOut), Is.EqualTo(("no answer within 5 s", true)));
        Assert.That(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(0.9) || !isPatient, Is.True);
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

        await checker.CheckAsync(server.Address, isPatient: true, default);
        await checker.CheckAsync(server.Address, isPatient: true, default);

        Assert.That(received.Select(check => check.Request), Is.All.EqualTo($"GET /health?deep=1 {server.Address.Authority}"));
        Assert.That(received.Select(check => check.Agent), Is.All.EqualTo("ELB-HealthChecker/2.0"));
        Assert.That(received.Select(check => check.Connection), Is.Unique);
    }

    [TestCase("200", 200, true)]
    [TestCase("200", 201, false)]
    [TestCase("200,302", 302, true)]
    [TestCase("200,302", 301, false)]
    [TestCase("200-299", 299, true)]
    [TestCase("200-299,404", 300, false)]
    public void Matcher_TakesTheDeclaredCodes(string codes, int status, bool passes) =>
        Assert.That(new StatusMatcher(codes).Matches(status), Is.EqualTo(passes));

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
