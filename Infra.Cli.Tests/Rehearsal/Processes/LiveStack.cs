using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Rehearsal.Stage;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Processes;

/// <summary>A stack that runs on this machine sixty times as fast as on AWS, and a client that trusts it.</summary>
internal sealed class LiveStack : IAsyncDisposable
{
    /// <summary>In AWS's time; a minute of this machine's.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const double Speed = 60;

    private LiveStack(LiveStage stage)
    {
        Stage = stage;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = Trusting.Only(stage.Balancer.Certificate) })
        {
            BaseAddress = stage.Balancer.HttpsUrl,
        };
    }

    public LiveStage Stage { get; }

    public HttpClient Client { get; }

    /// <summary>Brings one up; with nginx where it is asked for, and the test is skipped where it is asked for and missing.</summary>
    public static async Task<LiveStack> StartAsync(RehearsedStack declared, bool isNginx, LocalPorts? ports = null)
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        return new(await LiveStage.StartAsync(Patiently(declared), OptionsFor(isNginx, ports), CancellationToken.None));
    }

    /// <summary>Servers that boot in a quarter of a minute: a longer wait would show nothing more.</summary>
    public static LiveOptions OptionsFor(bool isNginx, LocalPorts? ports = null) =>
        new(Speed, ports ?? new(0, 0), ServerModel.Default with { BootTime = TimeSpan.FromSeconds(15) }, isNginx);

    public async Task UntilAsync(Predicate<StageView> condition) =>
        Assert.That(
            await Stage.UntilAsync(condition, Patience, CancellationToken.None), Is.True, () => string.Join('\n', Stage.Events.Select(line => line.Text)));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Stage.DisposeAsync();
    }

    // A check waits nearly as long as its interval, so that the servers of a busy machine are not taken for sick ones.
    private static RehearsedStack Patiently(RehearsedStack declared) => declared.WithCheck(check => check with { Timeout = check.Interval * 0.9 });
}
