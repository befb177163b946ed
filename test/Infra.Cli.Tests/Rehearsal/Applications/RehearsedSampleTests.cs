using System.Net.WebSockets;
using System.Runtime.Versioning;
using System.Text;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Rehearsal.Emulation;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Applications;

/// <summary>The sample's stack on this machine, in both TLS modes.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
[TestFixture("offload")]
[TestFixture("end-to-end")]
internal sealed class RehearsedSampleTests(string tlsMode)
{
    private SampleProject _project = null!;
    private ServerSandbox _sandbox = null!;

    [SetUp]
    public void Prepare()
    {
        _project = new();
        _sandbox = new();
    }

    [TearDown]
    public void Tidy()
    {
        _sandbox.Dispose();
        _project.Dispose();
    }

    [Test]
    public async Task WebSocket_ThroughTheLoadBalancer_IsEchoed()
    {
        await using var stack = await StartAsync(1);
        using var socket = new ClientWebSocket();
        using var client = new HttpMessageInvoker(
            new SocketsHttpHandler { SslOptions = Trusting.Only(stack.Emulated.Balancer.Certificate) });
        var address = new UriBuilder(stack.Client.BaseAddress!) { Scheme = "wss", Path = "/echo" }.Uri;
        await socket.ConnectAsync(address, client, CancellationToken.None);

        await socket.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, true, CancellationToken.None);

        var piece = new byte[100];
        var received = await socket.ReceiveAsync(piece, CancellationToken.None);
        Assert.That(Encoding.UTF8.GetString(piece, 0, received.Count), Is.EqualTo("hello"));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    [Test]
    [Requirement("R5")]
    [Requirement("R6")]
    public async Task Sick_ApplicationOfOneOfTwo_IsReplacedWhileTheOtherServes([Values] bool hangs)
    {
        await using var stack = await StartAsync(2);
        var sick = stack.Emulated.View.Servers[0].Id;

        if (hangs)
            stack.Emulated.Hang(sick);
        else
            stack.Emulated.Break(sick);
        await stack.UntilAsync(view => !IsHealthy(view, sick));
        for (var request = 0; request < 20; request++)
            await stack.Client.GetStringAsync("/count");

        await stack.UntilAsync(view => view.Healthy == 2 && view.Servers.All(server => server.Id != sick));
    }

    [Test]
    [Requirement("R2")]
    [Requirement("R3")]
    [Requirement("R4")]
    [Requirement("R5")]
    public async Task Verify_OfTheSample_PassesEverything()
    {
        await using var stack = await StartAsync(1);
        await using var certificate = new CertificateFile(stack.Emulated.Balancer.Certificate);
        var site = stack.Emulated.Balancer.Site;

        var verify = await Invocation.Of(
            _project.Root,
            "verify", site.Url.GetLeftPart(UriPartial.Authority), "--http-port", $"{site.HttpPort}", "--ca", certificate.Path);

        Assert.That((verify.ExitCode, verify.Error), Is.EqualTo((0, "")), verify.Out);
        Assert.That(verify.Out, Does.EndWith(" pass, 0 fail, 0 could not be checked.\n"));
    }

    [Test]
    public async Task Roll_AfterAnotherBuild_BringsIt()
    {
        await using var stack = await StartAsync(1);
        Assert.That(await stack.Client.GetStringAsync("/style.css"), Does.StartWith(":root"));
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, "wwwroot/style.css"), "new");
        await File.WriteAllTextAsync(Path.Combine(_project.Folder, "wwwroot/more.css"), "more");
        Assert.That(await stack.Client.GetStringAsync("/style.css"), Does.StartWith(":root"), "a server has a copy of its own");

        stack.Emulated.Roll();
        await stack.UntilAsync(view => view.Healthy == 1 && view.Servers.All(server => server.Id != "i-1"));

        Assert.That(await stack.Client.GetStringAsync("/style.css"), Is.EqualTo("new"));
        Assert.That(await stack.Client.GetStringAsync("/more.css"), Is.EqualTo("more"));
    }

    [Test]
    public async Task Roll_ToABuildThatDoesNotStart_GoesBackAndSaysWhy()
    {
        await using var stack = await StartAsync(1);
        var runtime = Path.Combine(_project.Folder, "Sample.Web.dll");
        await File.WriteAllTextAsync(runtime, "not a program");

        stack.Emulated.Roll();
        await stack.UntilAsync(_ => stack.Emulated.Events.Any(line => line.Text.Contains("ends at once", StringComparison.Ordinal)));

        Assert.That(stack.Emulated.Failure.IsCompleted, Is.False);
        Assert.That(await stack.Client.GetStringAsync("/health"), Is.EqualTo("Healthy"));
    }

    private static bool IsHealthy(StackView view, string id) =>
        view.Servers.Any(server => server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy } && server.Id == id);

    private async Task<StackUnderTest> StartAsync(int servers) => await StackUnderTest.StartAsync(
        await _project.DeclaredAsync($"tlsMode={tlsMode}", $"minServers={servers}"), isNginx: true);
}
