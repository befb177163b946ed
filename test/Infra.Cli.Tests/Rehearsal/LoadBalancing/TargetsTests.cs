using System.Net;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

[TestFixture]
internal sealed class TargetsTests
{
    [Test]
    public async Task Requests_GoToHealthyServers_InTurn()
    {
        await using var one = await FakeServer.AnsweringAsync("1");
        await using var two = await FakeServer.AnsweringAsync("2");
        await using var rig = await Rig.StartAsync(OneFailureIsEnough);
        await rig.RegisterAsync(one.Address, two.Address);
        rig.Targets.Register("i-3", RawServer.Nobody());
        await rig.ChangeAsync();

        var answers = await GetAsync(rig, 6);

        Assert.That(answers.Count(answer => answer == "1"), Is.EqualTo(3));
        Assert.That(answers.Count(answer => answer == "2"), Is.EqualTo(3));
        Assert.That((rig.Targets.RequestsOf("i-1"), rig.Targets.RequestsOf("i-3")), Is.EqualTo((3, 0)));
    }

    [Test]
    public async Task Requests_WhenNoServerIsHealthy_GoToAll()
    {
        await using var one = await FakeServer.StartAsync(FailsChecks("1"));
        await using var two = await FakeServer.StartAsync(FailsChecks("2"));
        await using var rig = await Rig.StartAsync(OneFailureIsEnough);
        rig.Targets.Register("i-1", one.Address);
        rig.Targets.Register("i-2", two.Address);

        Assert.That((await rig.ChangeAsync()).State, Is.EqualTo(TargetState.Unhealthy));
        Assert.That((await rig.ChangeAsync()).State, Is.EqualTo(TargetState.Unhealthy));
        Assert.That(await GetAsync(rig, 4), Is.EquivalentTo(new[] { "1", "1", "2", "2" }));
    }

    [Test]
    public async Task Deregistered_FinishesWhatItHas_AndGetsNothingNew()
    {
        var arrived = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var leaving = await FakeServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/slow")
            {
                arrived.SetResult();
                await finish.Task;
            }
            await context.Response.WriteAsync("leaving");
        });
        await using var staying = await FakeServer.AnsweringAsync("staying");
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(leaving.Address);
        var slow = rig.Client.GetStringAsync("/slow");
        await arrived.Task.InTimeAsync();
        rig.Targets.Register("i-2", staying.Address);
        await rig.ChangeAsync();

        rig.Targets.Deregister("i-1");
        var others = await GetAsync(rig, 4);
        finish.SetResult();

        Assert.That(others, Is.All.EqualTo("staying"));
        Assert.That(await slow, Is.EqualTo("leaving"));
        Assert.That(rig.Targets.StateOf("i-1"), Is.EqualTo(TargetState.Draining));
    }

    [Test]
    public async Task Removed_WhatIsStillUnderWay_Is502()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await FakeServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/slow")
            {
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        });
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(server.Address);
        var slow = rig.Client.GetAsync("/slow");
        await arrived.Task.InTimeAsync();

        rig.Targets.Deregister("i-1");
        rig.Targets.Remove("i-1");

        using var answer = await slow;
        using var next = await rig.Client.GetAsync("/");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task Server_ThatGetsSick_GetsNothingMore_AndGetsItsTurnAgainWhenItIsWell()
    {
        var isSick = false;
        await using var one = await FakeServer.StartAsync(context =>
        {
            context.Response.StatusCode = isSick ? 500 : 200;
            return context.Response.WriteAsync("1");
        });
        await using var two = await FakeServer.AnsweringAsync("2");
        await using var rig = await Rig.StartAsync(
            stack => OneFailureIsEnough(stack).WithCheck(check => check with { HealthyThreshold = 2 }), new AcceleratedClock(60));
        await rig.RegisterAsync(one.Address, two.Address);

        isSick = true;
        var sick = await rig.ChangeAsync();
        var meanwhile = await GetAsync(rig, 4);
        isSick = false;
        var well = await rig.ChangeAsync();

        Assert.That(sick, Is.EqualTo(("i-1", TargetState.Unhealthy, "a check failed: it answered 500")));
        Assert.That(meanwhile, Is.All.EqualTo("2"));
        Assert.That(well, Is.EqualTo(("i-1", TargetState.Healthy, "2 checks in a row passed")));
        Assert.That(await GetAsync(rig, 4), Is.EquivalentTo(new[] { "1", "1", "2", "2" }));
    }

    [Test]
    public async Task Removed_AServerIsNotAskedAnyMore_AndTheOthersServe()
    {
        await using var one = await FakeServer.AnsweringAsync("1");
        await using var two = await FakeServer.AnsweringAsync("2");
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(one.Address, two.Address);

        rig.Targets.Remove("i-1");

        Assert.That(await GetAsync(rig, 4), Is.All.EqualTo("2"));
    }

    [Test]
    public async Task Removed_TheConnectionsToTheServerAreClosed()
    {
        var closed = new TaskCompletionSource();
        await using var server = await FakeServer.StartAsync(context =>
        {
            // A check has a connection of its own.
            if (context.Request.Path == "/page")
                context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed.Register(closed.SetResult);
            return Task.CompletedTask;
        });
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(server.Address);
        await rig.Client.GetStringAsync("/page");
        var early = closed.Task.IsCompleted;

        rig.Targets.Remove("i-1");

        await closed.Task.InTimeAsync();
        Assert.That(early, Is.False);
    }

    [Test]
    public async Task Server_ThatIsNotRegistered_IsLeftAlone()
    {
        await using var rig = await Rig.StartAsync();

        rig.Targets.Deregister("i-9");
        rig.Targets.Remove("i-9");

        Assert.That(
            (rig.Targets.StateOf("i-9"), rig.Targets.ChecksOf("i-9"), rig.Targets.RequestsOf("i-9")),
            Is.EqualTo((TargetState.Initial, 0L, 0L)));
    }

    private static RehearsedStack OneFailureIsEnough(RehearsedStack stack) =>
        stack.WithCheck(check => check with { UnhealthyThreshold = 1 });

    private static RequestDelegate FailsChecks(string text) => context =>
    {
        context.Response.StatusCode = context.Request.Headers.UserAgent.ToString().StartsWith("ELB", StringComparison.Ordinal) ? 500 : 200;
        return context.Response.WriteAsync(text);
    };

    private static async Task<List<string>> GetAsync(Rig rig, int count)
    {
        var answers = new List<string>();
        for (var request = 0; request < count; request++)
            answers.Add(await rig.Client.GetStringAsync("/"));
        return answers;
    }
}
