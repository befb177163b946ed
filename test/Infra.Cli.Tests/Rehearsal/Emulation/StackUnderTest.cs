using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Emulation;

/// <summary>A stack that runs on this machine sixty times as fast as on AWS, and a client that trusts it.</summary>
internal sealed class StackUnderTest : IAsyncDisposable
{
    /// <summary>In AWS's time; a minute of this machine's.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const double Speed = 60;

    private StackUnderTest(EmulatedStack stack)
    {
        Emulated = stack;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = Trusting.Only(stack.Balancer.Certificate) })
        {
            BaseAddress = stack.Balancer.HttpsUrl,
        };
    }

    public EmulatedStack Emulated { get; }

    public HttpClient Client { get; }

    /// <summary>Brings one up; with nginx where it is asked for, and the test is skipped where it is asked for and missing.</summary>
    public static async Task<StackUnderTest> StartAsync(RehearsedStack declared, bool isNginx, LocalPorts? ports = null)
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        return new(await EmulatedStack.StartAsync(Patiently(declared), OptionsFor(isNginx, ports), CancellationToken.None));
    }

    /// <summary>Servers that boot in a quarter of a minute: a longer wait would show nothing more.</summary>
    public static EmulationOptions OptionsFor(bool isNginx, LocalPorts? ports = null) =>
        new(Speed, ports ?? new(0, 0), ServerModel.Default with { BootTime = TimeSpan.FromSeconds(15) }, isNginx);

    public async Task UntilAsync(Predicate<StackView> condition) =>
        Assert.That(
            await Emulated.UntilAsync(condition, Patience, CancellationToken.None),
            Is.True,
            () => string.Join('\n', Emulated.Events.Select(line => line.Text)));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulated.DisposeAsync();
    }

    // A check waits nearly as long as its interval, so that the servers of a busy machine are not taken for sick ones.
    private static RehearsedStack Patiently(RehearsedStack declared) =>
        declared.WithCheck(check => check with { Timeout = check.Interval * 0.9 });
}
