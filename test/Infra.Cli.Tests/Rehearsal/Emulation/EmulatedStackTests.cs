using System.Net;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Emulation;

/// <summary>The stack prod on this machine, with each of the web servers.</summary>
[Category("Live")]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class EmulatedStackTests(bool isNginx)
{
    private RehearsedStack _declared = null!;
    private ServerSandbox _sandbox = null!;

    [SetUp]
    public async Task Prepare()
    {
        _declared = await Declarations.Of("prod");
        _sandbox = new();
    }

    [TearDown]
    public void Tidy() => _sandbox.Dispose();

    [Test]
    [Requirement("R2")]
    public async Task StartAsync_Done_ServesTheSiteAsDeclared()
    {
        await using var stack = await StartAsync();
        using var site = await stack.Client.GetAsync("/");
        using var http = await stack.Client.GetAsync(stack.Emulated.Balancer.HttpUrl);

        Assert.Multiple(async () =>
        {
            Assert.That(site.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                await site.Content.ReadAsStringAsync(),
                Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(Reference.Root, "site/index.html"))));
            foreach (var (name, value) in _declared.LoadBalancer.Https.ResponseHeaders)
                Assert.That(site.Headers.GetValues(name), Is.EqualTo([value]), name);
            Assert.That(http.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
            Assert.That(http.Headers.Location, Is.EqualTo(stack.Emulated.Balancer.HttpsUrl));
            Assert.That((stack.Emulated.View.Healthy, stack.Emulated.View.Capacity), Is.EqualTo((2, 2)));
            Assert.That(stack.Emulated.Failure.IsCompleted, Is.False);
        });
    }

    [Test]
    public async Task DisposeAsync_OfARunningStack_LeavesNothing()
    {
        var stack = await StartAsync();
        Uri[] servers = [.. stack.Emulated.View.Servers.Select(server => stack.Emulated.AddressOf(server.Id))];
        var remains = Remains(stack, servers);
        Assert.That(remains(), Has.Count.GreaterThan(servers.Length), "what is to be gone has to be seen first");

        await stack.DisposeAsync();

        Assert.That(remains(), Is.Empty);
    }

    [Test]
    [Requirement("R5")]
    [Requirement("R6")]
    [Requirement("R8")]
    public async Task Sick_OneOfTwo_IsReplacedWhileTheOtherServes([Values] bool hangs)
    {
        await using var stack = await StartAsync();

        var sick = stack.Emulated.View.Servers[0].Id;
        if (hangs)
            stack.Emulated.Hang(sick);
        else
            stack.Emulated.Break(sick);
        await stack.UntilAsync(view => !IsHealthy(view, sick));
        for (var request = 0; request < 20; request++)
            await stack.Client.GetStringAsync("/");
        await stack.UntilAsync(view => view.Healthy == 2 && view.Servers.All(server => server.Id != sick));

        Assert.That(stack.Emulated.View.Servers.Select(server => server.Id), Has.Member("i-3"));
        Assert.That(stack.Emulated.HighestCapacity, Is.EqualTo(2));
    }

    [Test]
    [Requirement("R6")]
    public async Task Server_ThatIsBrokenWhileItBoots_IsReplacedToo()
    {
        await using var stack = await StartAsync();

        stack.Emulated.Break(stack.Emulated.View.Servers[0].Id);
        await stack.UntilAsync(view => view.Servers.Any(IsBooting));
        var booting = stack.Emulated.View.Servers.First(IsBooting).Id;
        stack.Emulated.Break(booting);
        await stack.UntilAsync(view => view.Healthy == 2);

        Assert.That(stack.Emulated.View.Servers.Select(server => server.Id), Has.No.Member(booting).And.Member("i-4"));
    }

    private static bool IsBooting(ServerView server) => server.Lifecycle == LifecycleState.Pending;

    private static bool IsHealthy(StackView view, string id) =>
        view.Servers.Any(server => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy } && server.Id == id);

    private Func<IReadOnlyList<string>> Remains(StackUnderTest stack, Uri[] servers)
    {
        Uri[] addresses = [.. servers, stack.Emulated.Balancer.HttpUrl!, stack.Emulated.Balancer.HttpsUrl];
        return () => [.. addresses.SelectMany(_sandbox.Remains).Distinct()];
    }

    private Task<StackUnderTest> StartAsync() => StackUnderTest.StartAsync(_declared, isNginx);
}
