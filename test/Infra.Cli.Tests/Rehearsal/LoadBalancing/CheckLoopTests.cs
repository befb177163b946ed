using System.Collections.Concurrent;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>When servers are checked, by whom, and for whom AWS's clock waits.</summary>
internal sealed class CheckLoopTests
{
    // 5 s are 8 ms of this machine, and a second is what a check is waited for.
    private const double Speed = 600;

    private static readonly TimeSpan LaterThanTheTimeout = TimeSpan.FromMilliseconds(100);

    [Test]
    public async Task Deregistered_AServerIsNotCheckedAnyMore()
    {
        await using var one = await FakeServer.AnsweringAsync("1");
        await using var two = await FakeServer.AnsweringAsync("2");
        await using var rig = await Rig.StartAsync(time: new AcceleratedClock(60));
        await rig.RegisterAsync(one.Address, two.Address);

        rig.Targets.Deregister("i-1");
        var (before, others) = (rig.Targets.ChecksOf("i-1"), rig.Targets.ChecksOf("i-2"));
        Assert.That(() => rig.Targets.ChecksOf("i-2"), Is.GreaterThan(others + 2).InTime());

        // One may have been under way.
        Assert.That(rig.Targets.ChecksOf("i-1"), Is.LessThanOrEqualTo(before + 1));
    }

    // Its own lock is held meanwhile. A check would make a timer for its timeout.
    [Test]
    public async Task Register_MakesTheTimerOfTheInterval_AndNoCheck()
    {
        var time = new TimersByThread();
        await using var targets = new Targets(await Declarations.Of("dev"), time);

        targets.Register("i-1", RawServer.Nobody());

        Assert.That(time.Makers.Count(thread => thread == Environment.CurrentManagedThreadId), Is.EqualTo(1));
    }

    [Test]
    public async Task Disposed_WaitsForTheCheckThatIsUnderWay()
    {
        await using var server = await FakeServer.AnsweringAsync("fine");
        using var isUnderWay = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var targets = new Targets(await Declarations.Of("dev"), TimeProvider.System);
        targets.HealthChanged += (_, _, _) =>
        {
            isUnderWay.Set();
            goOn.Wait(TestLimit.Wait);
        };
        targets.Register("i-1", server.Address);
        Assert.That(isUnderWay.Wait(TestLimit.Wait), Is.True);

        var end = targets.DisposeAsync().AsTask();
        var early = end.IsCompleted;
        goOn.Set();

        await end.InTimeAsync();
        Assert.That(early, Is.False);
    }

    [Test]
    public async Task Answer_ThatIsLateByThisMachine_IsTold_AndTheFirstCheckWaitsForIt()
    {
        await using var server = await FakeServer.StartAsync(_ => Task.Delay(LaterThanTheTimeout));
        await using var rig = await Rig.StartAsync(time: new AcceleratedClock(Speed));
        var told = new TaskCompletionSource<(string Id, TimeSpan Late, long Checks)>();
        rig.Targets.AnsweredLate += (id, late) => told.TrySetResult((id, late, rig.Targets.ChecksOf(id)));

        await rig.RegisterAsync(server.Address);

        var (id, late, checks) = await told.Task.InTimeAsync();
        Assert.That((id, checks), Is.EqualTo(("i-1", 1L)));
        Assert.That(late, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task Answer_InTime_IsNotToldAsLate()
    {
        await using var server = await FakeServer.AnsweringAsync("fine");
        await using var rig = await Rig.StartAsync();
        var told = new ConcurrentQueue<TimeSpan>();
        rig.Targets.AnsweredLate += (_, late) => told.Enqueue(late);

        await rig.RegisterAsync(server.Address);

        Assert.That(told, Is.Empty);
    }

    // Else a server that hangs would stop AWS's time for good.
    [Test]
    public async Task ServerThatHangs_OnceItIsUnhealthy_IsNotWaitedFor()
    {
        var clock = new AcceleratedClock(Speed);
        await using var server = RawServer.Hanging();
        await using var rig = await Rig.StartAsync(OneFailureIsEnough, clock);
        rig.Targets.Register("i-1", server.Address);
        var change = await rig.ChangeAsync();
        var standstill = new Standstill(clock);
        var before = rig.Targets.ChecksOf("i-1");

        Assert.That(() => rig.Targets.ChecksOf("i-1"), Is.GreaterThan(before + 2).InTime());

        Assert.That(change, Is.EqualTo(("i-1", TargetState.Unhealthy, "a check failed: no answer within 5 s")));
        Assert.That(standstill.Length, Is.LessThan(TimeSpan.FromMilliseconds(1)));
    }

    [Test]
    public async Task ServerThatIsUnhealthy_ButDoesAnswer_IsWaitedFor()
    {
        var requests = 0;
        await using var server = await FakeServer.StartAsync(context =>
        {
            context.Response.StatusCode = ++requests == 1 ? 500 : 200;
            return requests == 1 ? Task.CompletedTask : Task.Delay(LaterThanTheTimeout);
        });
        await using var rig = await Rig.StartAsync(
            stack => OneFailureIsEnough(stack).WithCheck(check => check with { HealthyThreshold = 2 }), new AcceleratedClock(Speed));
        rig.Targets.Register("i-1", server.Address);

        var sick = await rig.ChangeAsync();
        var well = await rig.ChangeAsync();

        Assert.That(sick, Is.EqualTo(("i-1", TargetState.Unhealthy, "a check failed: it answered 500")));
        Assert.That(well, Is.EqualTo(("i-1", TargetState.Healthy, "2 checks in a row passed")));
    }

    private static RehearsedStack OneFailureIsEnough(RehearsedStack stack) =>
        stack.WithCheck(check => check with { UnhealthyThreshold = 1 });

    private sealed class TimersByThread : TimeProvider
    {
        public ConcurrentQueue<int> Makers { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Makers.Enqueue(Environment.CurrentManagedThreadId);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
