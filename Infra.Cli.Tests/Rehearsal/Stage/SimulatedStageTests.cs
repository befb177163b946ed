using Infra.Cli.Rehearsal.Stage;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Stage;

/// <summary>The committed stacks on a virtual clock. They are checked every 15 s; three failures make a server unhealthy.</summary>
internal sealed class SimulatedStageTests
{
    [Test]
    public async Task Stage_AtFirst_StandsAsDeployed()
    {
        var stage = await StageOf("prod");

        Assert.Multiple(() =>
        {
            Assert.That(stage.View.Servers.Select(server => server.Zone), Is.EqualTo(["eu-west-1a", "eu-west-1b"]));
            Assert.That(stage.View.Healthy, Is.EqualTo(2));
            Assert.That(stage.View.Capacity, Is.EqualTo(2));
            Assert.That(stage.View.DesiredCapacity, Is.EqualTo(2));
            Assert.That((stage.View.MinSize, stage.View.MaxSize), Is.EqualTo((2, 3)));
            Assert.That(stage.View.Cpu, Is.Null);
        });
    }

    [Test]
    [Requirement("R6")]
    public async Task BrokenServer_Always_IsNoticedReplacedAndForgotten()
    {
        var stage = await StageOf("dev");
        stage.Break("i-1");
        await stage.PassAsync(TimeSpan.FromMinutes(10), CancellationToken.None);

        Assert.That(
            Lines(stage),
            Is.EqualTo(
            [
                "0 group: i-1 in service in eu-west-1a (1)",
                "0 load balancer: i-1 is healthy (1)",
                "0 server: i-1 refuses connections (1)",
                "45 load balancer: i-1 is unhealthy: 3 checks in a row failed (1)",
                "60 group: i-1 marked unhealthy: it fails the load balancer's checks (1)",
                "60 group: i-1 terminating: unhealthy (0)",
                "60 group: i-2 launched in eu-west-1a (1)",
                "70 group: i-2 in service (1)",
                "90 load balancer: i-2 is unhealthy: 3 checks in a row failed (1)",
                "90 group: i-1 terminated (1)",
                "165 load balancer: i-2 is healthy (1)",
            ]));
    }

    [Test]
    [Requirement("R6")]
    public async Task HangingServer_Always_IsNoticedATimeoutLaterThanABrokenOne()
    {
        var stage = await StageOf("dev");
        stage.Hang("i-1");
        var noticed = await stage.UntilAsync(view => view.Healthy == 0, TimeSpan.FromMinutes(5), CancellationToken.None);

        Assert.That(noticed, Is.True);
        Assert.That(stage.View.Time, Is.EqualTo(DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(45 + 5)));
    }

    [Test]
    [Requirement("R6")]
    public async Task SickServer_OfACommittedStack_IsReplacedWithinWhatItsOutputsPromise([Values("dev", "prod")] string stack)
    {
        var declared = await Declarations.Of(stack);
        var stage = new SimulatedStage(declared, ServerModel.Default);
        stage.Hang("i-1");

        var noticed = await stage.UntilAsync(
            view => view.Healthy < declared.Group.MinSize, declared.Expected.NoticeSickServer, CancellationToken.None);
        var replaced = await stage.UntilAsync(
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
        var stage = new SimulatedStage(declared, ServerModel.Default);
        stage.SetLoad(100);
        var second = await stage.UntilAsync(view => view.Healthy == 2, declared.Expected.AddServer, CancellationToken.None);
        stage.SetLoad(1000);
        var third = await stage.UntilAsync(view => view.Healthy == 3, TimeSpan.FromMinutes(30), CancellationToken.None);
        await stage.PassAsync(TimeSpan.FromHours(2), CancellationToken.None);
        var under = stage.View;
        stage.SetLoad(0);
        var back = await stage.UntilAsync(view => view.Servers.Count == 1, TimeSpan.FromMinutes(20), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That((second, third, back), Is.EqualTo((true, true, true)));
            Assert.That(under.Capacity, Is.EqualTo(3));
            Assert.That(under.Cpu, Is.EqualTo(100));
            Assert.That((under.RequestsPerSecond, under.Load), Is.EqualTo((1000, 1000)));
            Assert.That(stage.HighestCapacity, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Load_Always_IsSharedByTheHealthyServers()
    {
        var stage = await StageOf("prod");
        stage.SetLoad(80);
        await stage.PassAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.That(stage.View.Cpu, Is.EqualTo(40).Within(0.001), "two servers, 40 of 100 requests a second each");
    }

    [Test]
    public async Task Load_OfAMinuteWithAChange_CountsByTime()
    {
        var stage = await StageOf("prod");
        await stage.PassAsync(TimeSpan.FromSeconds(40), CancellationToken.None);
        stage.SetLoad(80);
        await stage.PassAsync(TimeSpan.FromSeconds(20), CancellationToken.None);

        Assert.That(stage.View.Cpu, Is.EqualTo(40 / 3.0).Within(0.001), "a third of the minute at 40 %");
    }

    [Test]
    public async Task LostZone_OnProd_LosesOneServerAndGetsAnotherElsewhere()
    {
        var stage = await StageOf("prod");
        stage.LoseZone("eu-west-1a");
        var restored = await stage.UntilAsync(view => view.Healthy == 2, TimeSpan.FromMinutes(5), CancellationToken.None);

        Assert.That(restored, Is.True);
        Assert.That(stage.View.Servers.Select(server => server.Zone), Is.EqualTo(["eu-west-1b", "eu-west-1c"]));
    }

    [Test]
    public async Task View_Always_TellsWhichZonesAreLostInTheirOrder()
    {
        var stage = await StageOf("prod");
        stage.LoseZone("eu-west-1b");
        stage.LoseZone("eu-west-1a");
        Assert.That(stage.View.LostZones, Is.EqualTo(["eu-west-1a", "eu-west-1b"]));

        stage.RestoreZone("eu-west-1a");
        Assert.That(stage.View.LostZones, Is.EqualTo(["eu-west-1b"]));
    }

    [Test]
    public async Task Roll_OnProd_KeepsOneServerHealthyThroughout()
    {
        var stage = await StageOf("prod");
        stage.Roll();
        var down = await stage.UntilAsync(view => view.Healthy == 0, TimeSpan.FromHours(1), CancellationToken.None);

        Assert.That(down, Is.False);
        Assert.That(stage.View.Servers.Select(server => server.TemplateVersion), Is.EqualTo([2, 2]));
        Assert.That(stage.HighestCapacity, Is.EqualTo(2));
    }

    [Test]
    public async Task Stage_RunTwice_HasTheSameEvents()
    {
        var declared = await Declarations.Of("prod");

        var first = await RunAsync();

        Assert.That(first, Has.Count.GreaterThan(10));
        Assert.That(await RunAsync(), Is.EqualTo(first));

        async Task<IReadOnlyList<StageEvent>> RunAsync()
        {
            var stage = new SimulatedStage(declared, ServerModel.Default);
            stage.Hang("i-1");
            stage.SetLoad(300);
            await stage.PassAsync(TimeSpan.FromHours(6), CancellationToken.None);
            return stage.Events;
        }
    }

    [Test]
    public async Task UntilAsync_WhatDoesNotHappen_IsFalseAtTheVeryEndOfItsTime()
    {
        var stage = await StageOf("dev");
        var happened = await stage.UntilAsync(view => view.Capacity == 4, TimeSpan.FromSeconds(100), CancellationToken.None);

        Assert.That(happened, Is.False);
        Assert.That(stage.View.Time, Is.EqualTo(DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(100)));
    }

    [Test]
    public async Task UntilAsync_WhenCancelled_Stops()
    {
        var stage = await StageOf("dev");
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        Assert.That(stage.UntilAsync(_ => false, TimeSpan.FromDays(365), cancellation.Token).IsCanceled, Is.True);
        Assert.That(stage.View.Time, Is.EqualTo(DateTimeOffset.UnixEpoch));
    }

    [Test]
    public async Task Break_OfAServerThatIsGone_DoesNothing()
    {
        var stage = await StageOf("dev");
        var before = stage.Events.Count;
        stage.Break("i-9");
        stage.Note("a note");

        Assert.That(stage.Events.Skip(before).Select(line => (line.Source, line.Text)), Is.EqualTo([("drill", "a note")]));
    }

    private static async Task<SimulatedStage> StageOf(string stack) => new(await Declarations.Of(stack), ServerModel.Default);

    private static IEnumerable<string> Lines(SimulatedStage stage) => stage.Events.Select(line =>
        $"{(line.Time - DateTimeOffset.UnixEpoch).TotalSeconds} {line.Source}: {line.Text} ({line.Capacity})");
}
