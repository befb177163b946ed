using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Simulation;

/// <summary>The committed stacks on a virtual clock. They are checked every 10 s; two failures make a server unhealthy.</summary>
internal sealed class SimulatedStackTests
{
    [Test]
    public async Task Stack_AtFirst_StandsAsDeployed()
    {
        var running = await StackOf("prod");

        Assert.Multiple(() =>
        {
            Assert.That(running.View.Servers.Select(server => server.Zone), Is.EqualTo(["eu-west-1a", "eu-west-1b"]));
            Assert.That(running.View.Healthy, Is.EqualTo(2));
            Assert.That(running.View.Capacity, Is.EqualTo(2));
            Assert.That(running.View.DesiredCapacity, Is.EqualTo(2));
            Assert.That((running.View.MinSize, running.View.MaxSize), Is.EqualTo((2, 3)));
            Assert.That(running.View.Cpu, Is.Null);
        });
    }

    [Test]
    [Requirement("R6")]
    public async Task BrokenServer_Always_IsNoticedReplacedAndForgotten()
    {
        var running = await StackOf("dev");
        running.Break("i-1");
        await running.PassAsync(TimeSpan.FromMinutes(10), CancellationToken.None);

        Assert.That(
            Lines(running),
            Is.EqualTo(
            [
                "0 group: i-1 in service in eu-west-1a (1)",
                "0 load balancer: i-1 is healthy (1)",
                "0 server: i-1 refuses connections (1)",
                "20 load balancer: i-1 is unhealthy: 2 checks in a row failed (1)",
                "60 group: i-1 marked unhealthy: it fails the load balancer's checks (1)",
                "60 group: i-1 terminating: unhealthy (0)",
                "60 group: i-2 launched in eu-west-1a (1)",
                "70 load balancer: i-2 is unhealthy: 2 checks in a row failed (1)",
                "70 group: i-2 in service (1)",
                "90 group: i-1 terminated (1)",
                "160 load balancer: i-2 is healthy (1)",
            ]));
    }

    [Test]
    public async Task Requests_WithoutAServer_Fail()
    {
        var running = await StackOf("dev");
        running.SetLoad(100);
        running.LoseZone("eu-west-1a");

        await running.PassAsync(TimeSpan.FromSeconds(5), CancellationToken.None);

        Assert.That((running.Requests.Sent, running.Requests.Failed), Is.EqualTo((500, 500)));
    }

    [Test]
    [Requirement("R6")]
    public async Task HangingServer_Always_IsNoticedATimeoutLaterThanABrokenOne()
    {
        var running = await StackOf("dev");
        running.Hang("i-1");
        var noticed = await running.UntilAsync(view => view.Healthy == 0, TimeSpan.FromMinutes(5), CancellationToken.None);

        Assert.That(noticed, Is.True);
        Assert.That(running.View.Time, Is.EqualTo(DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(20 + 5)));
    }

    [Test]
    [Requirement("R6")]
    public async Task SickServer_OfACommittedStack_IsReplacedWithinWhatItsOutputsPromise([Values("dev", "prod")] string stack)
    {
        var declared = await Declarations.Of(stack);
        var running = new SimulatedStack(declared, ServerModel.Default);
        running.Hang("i-1");

        var noticed = await running.UntilAsync(
            view => view.Healthy < declared.Group.MinSize, declared.Expected.NoticeSickServer, CancellationToken.None);
        var replaced = await running.UntilAsync(
            view => view.Healthy == declared.Group.MinSize,
            declared.Expected.ReplaceSickServer - declared.Expected.NoticeSickServer,
            CancellationToken.None);

        Assert.That((noticed, replaced), Is.EqualTo((true, true)));
    }

    [Test]
    [Requirement("R7")]
    [Requirement("R8")]
    public async Task Load_OnDev_BringsThreeServersAndTakesThemAwayAfterwards()
    {
        var declared = await Declarations.Of("dev");
        var running = new SimulatedStack(declared, ServerModel.Default);
        running.SetLoad(100);
        var second = await running.UntilAsync(view => view.Healthy == 2, declared.Expected.AddServer, CancellationToken.None);
        running.SetLoad(1000);
        var third = await running.UntilAsync(view => view.Healthy == 3, TimeSpan.FromMinutes(30), CancellationToken.None);
        await running.PassAsync(TimeSpan.FromHours(2), CancellationToken.None);
        var under = running.View;
        running.SetLoad(0);
        var back = await running.UntilAsync(view => view.Servers.Count == 1, TimeSpan.FromMinutes(20), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((second, third, back), Is.EqualTo((true, true, true)));
            Assert.That(under.Capacity, Is.EqualTo(3));
            Assert.That(under.Cpu, Is.EqualTo(100));
            Assert.That((under.RequestsPerSecond, under.Load), Is.EqualTo((1000, 1000)));
            Assert.That(running.HighestCapacity, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Load_Always_IsSharedByTheHealthyServers()
    {
        var running = await StackOf("prod");
        running.SetLoad(80);
        await running.PassAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.That(running.View.Cpu, Is.EqualTo(40).Within(0.001), "two servers, 40 of 100 requests a second each");
    }

    [Test]
    public async Task Load_OfAMinuteWithAChange_CountsByTime()
    {
        var running = await StackOf("prod");
        await running.PassAsync(TimeSpan.FromSeconds(40), CancellationToken.None);
        running.SetLoad(80);
        await running.PassAsync(TimeSpan.FromSeconds(20), CancellationToken.None);

        Assert.That(running.View.Cpu, Is.EqualTo(40 / 3.0).Within(0.001), "a third of the minute at 40 %");
    }

    [Test]
    public async Task LostZone_OnProd_LosesOneServerAndGetsAnotherElsewhere()
    {
        var running = await StackOf("prod");
        running.LoseZone("eu-west-1a");
        var noticed = await running.UntilAsync(view => view.Healthy == 1, TimeSpan.FromSeconds(25), CancellationToken.None);
        var restored = await running.UntilAsync(view => view.Healthy == 2, TimeSpan.FromMinutes(5), CancellationToken.None);

        Assert.That((noticed, restored), Is.EqualTo((true, true)));
        Assert.That(running.View.Servers.Select(server => server.Zone), Is.EqualTo(["eu-west-1b", "eu-west-1c"]));
    }

    [Test]
    public async Task View_Always_TellsWhichZonesAreLostInTheirOrder()
    {
        var running = await StackOf("prod");
        running.LoseZone("eu-west-1b");
        running.LoseZone("eu-west-1a");
        Assert.That(running.View.LostZones, Is.EqualTo(["eu-west-1a", "eu-west-1b"]));

        running.RestoreZone("eu-west-1a");
        Assert.That(running.View.LostZones, Is.EqualTo(["eu-west-1b"]));
    }

    [Test]
    public async Task Roll_OnProd_KeepsOneServerHealthyThroughout()
    {
        var running = new SimulatedStack(await Declarations.Of("prod", "infra:rollout=up"), ServerModel.Default);
        running.Roll();
        var down = await running.UntilAsync(view => view.Healthy == 0, TimeSpan.FromHours(1), CancellationToken.None);

        Assert.That(down, Is.False);
        Assert.That(running.View.Servers.Select(server => server.TemplateVersion), Is.EqualTo([2, 2]));
        Assert.That(running.HighestCapacity, Is.EqualTo(2));
    }

    [Test]
    [Requirement("R6")]
    [Requirement("R8")]
    public async Task ServerThatBreaks_DuringARoll_IsReplacedByTheNewVersion_AndTheRollEnds([Values("dev", "prod")] string stack)
    {
        var running = await StackOf(stack);
        running.SetLoad(300);
        await running.UntilAsync(view => view.Healthy == 3, TimeSpan.FromMinutes(30), CancellationToken.None);
        running.Roll();
        await running.UntilAsync(view => view.Healthy == 2, TimeSpan.FromMinutes(1), CancellationToken.None);
        running.Break(running.View.Servers.Last(server => server.TemplateVersion == 1).Id);
        var rolled = await running.UntilAsync(
            view => view is { IsRolling: false, Healthy: 3 }, TimeSpan.FromMinutes(15), CancellationToken.None);

        Assert.That(rolled, Is.True);
        Assert.That(running.View.Servers.Select(server => server.TemplateVersion), Is.All.EqualTo(2));
        Assert.That(running.HighestCapacity, Is.EqualTo(3));
    }

    [Test]
    [Requirement("R6")]
    public async Task Roll_DuringARoll_TakesItsPlace_AndSaysSo()
    {
        var running = new SimulatedStack(await Declarations.Of("prod", "infra:rollout=up"), ServerModel.Default);
        running.Roll();
        await running.PassAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        running.Roll();
        await running.UntilAsync(view => view is { IsRolling: false, Healthy: 2 }, TimeSpan.FromMinutes(15), CancellationToken.None);

        Assert.That(running.View.Servers.Select(server => server.TemplateVersion), Is.All.EqualTo(3));
        Assert.That(
            running.Events.Select(line => line.Text),
            Has.One.EqualTo("InstanceRefreshInProgress: the provider cancels the refresh under way, and starts another"));
    }

    [Test]
    [Requirement("R6")]
    public async Task Zone_LostWithoutTheLoadBalancersChecks_IsNoticedByStatusChecksAfterMinutes()
    {
        var declared = (await Declarations.Of("prod")).WithGroup(group => group with { FollowsLoadBalancerHealth = false });
        var running = new SimulatedStack(declared, ServerModel.Default);
        running.LoseZone("eu-west-1a");
        var early = await running.UntilAsync(view => view.Leaving > 0, TimeSpan.FromSeconds(179), CancellationToken.None);
        var noticed = await running.UntilAsync(view => view.Leaving > 0, TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.That((early, noticed), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Stack_RunTwice_HasTheSameEvents()
    {
        var declared = await Declarations.Of("prod");

        var first = await RunAsync();

        Assert.That(first, Has.Count.GreaterThan(10));
        Assert.That(await RunAsync(), Is.EqualTo(first));

        async Task<IReadOnlyList<StackEvent>> RunAsync()
        {
            var running = new SimulatedStack(declared, ServerModel.Default);
            running.Hang("i-1");
            running.SetLoad(300);
            await running.PassAsync(TimeSpan.FromHours(6), CancellationToken.None);
            return running.Events;
        }
    }

    [Test]
    public async Task UntilAsync_WhatDoesNotHappen_IsFalseAtTheVeryEndOfItsTime()
    {
        var running = await StackOf("dev");
        var happened = await running.UntilAsync(view => view.Capacity == 4, TimeSpan.FromSeconds(100), CancellationToken.None);

        Assert.That(happened, Is.False);
        Assert.That(running.View.Time, Is.EqualTo(DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(100)));
    }

    [Test]
    public async Task UntilAsync_WhenCancelled_Stops()
    {
        var running = await StackOf("dev");
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        Assert.That(running.UntilAsync(_ => false, TimeSpan.FromDays(365), cancellation.Token).IsCanceled, Is.True);
        Assert.That(running.View.Time, Is.EqualTo(DateTimeOffset.UnixEpoch));
    }

    [Test]
    public async Task Break_OfAServerThatIsGone_DoesNothing()
    {
        var running = await StackOf("dev");
        var before = running.Events.Count;
        running.Break("i-9");
        running.Note("a note");

        Assert.That(running.Events.Skip(before).Select(line => (line.Source, line.Text)), Is.EqualTo([("drill", "a note")]));
    }

    private static async Task<SimulatedStack> StackOf(string stack) => new(await Declarations.Of(stack), ServerModel.Default);

    private static IEnumerable<string> Lines(SimulatedStack running) => running.Events.Select(line =>
        $"{(line.Time - DateTimeOffset.UnixEpoch).TotalSeconds} {line.Source}: {line.Text} ({line.Capacity})");
}
