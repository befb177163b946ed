using System.Globalization;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Page;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal.Processes;

/// <summary>A live stage with its page, and what a user is told of it.</summary>
internal sealed class LiveRehearsal : IAsyncDisposable
{
    // What this machine may add to anything that is measured: a busy one takes its time to start a process or to answer a check.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly RehearsedStack _declared;
    private readonly LiveOptions _options;
    private readonly LiveStage _stage;
    private readonly PageServer _page;
    private readonly CertificateFile _certificate;
    private readonly DateTimeOffset _start;

    private LiveRehearsal(RehearsedStack declared, LiveOptions options, LiveStage stage, PageServer page, DateTimeOffset start)
    {
        (_declared, _options, _stage, _page, _start) = (declared, options, stage, page, start);
        _certificate = new(stage.Balancer.Certificate);
    }

    /// <summary>Brings the stack and its page up.</summary>
    public static async Task<LiveRehearsal> StartAsync(RehearsedStack declared, LiveOptions options, int pagePort, CancellationToken cancellation)
    {
        var stage = await LiveStage.StartAsync(declared, options, cancellation);
        try
        {
            var info = new PageInfo
            {
                Declared = declared,
                HttpUrl = stage.Balancer.HttpUrl,
                HttpsUrl = stage.Balancer.HttpsUrl,
                ServerDescription = stage.ServerDescription,
                Speed = options.Speed,
                StartedAt = stage.Events[0].Time,
                Model = options.Model,
                Traffic = stage.Traffic,
            };
            return new(declared, options, stage, await PageServer.StartAsync(stage, info, pagePort, cancellation), info.StartedAt);
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Says what runs where, and what is assumed.</summary>
    public async Task AnnounceAsync(TextWriter writer)
    {
        var (model, group) = (_options.Model, _declared.Group);
        var certificate = _declared.LoadBalancer.Https.Certificate is { IsSelfSigned: true } ? "self-signed, as declared" : "self-signed here, where ACM issues one on AWS";
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {_declared.StackName} runs on this machine:
              site     {_stage.Balancer.HttpsUrl} (certificate {certificate})
              HTTP     {_stage.Balancer.HttpUrl?.ToString() ?? "no listener"}
              page     {_page.Url}
              verify   {VerifyLine.Of(_declared, _stage.Balancer, _certificate.Path)}
              servers  {group.MinSize} to {group.MaxSize}, {_stage.ServerDescription}
              time     {_options.Speed} times as fast as AWS's
              assumed  a server boots in {model.BootTime.TotalSeconds} s of AWS's time; {model.CapacityPerServer} requests a second are 100 % of its processor
            """));
    }

    /// <summary>Runs the drill, and prints the log as it goes.</summary>
    public async Task<DrillReport> DrillAsync(TextWriter writer, CancellationToken cancellation)
    {
        var instruments = new LiveInstruments(new FrontProbe(_stage.Balancer.HttpUrl, _stage.Balancer.HttpsUrl), _stage, _stage.Load, Delay * _options.Speed);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var printing = PrintLogAsync(writer, over.Token);
        try
        {
            return await DrillRunner.RunAsync(_declared, _options.Model, _stage, instruments, cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await printing;
        }
    }

    /// <summary>Prints the log until it is told to end, or the stack can't go on.</summary>
    public async Task WatchAsync(TextWriter writer, CancellationToken cancellation)
    {
        await writer.WriteLineAsync("Ctrl-C ends it.");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var printing = PrintLogAsync(writer, over.Token);
        await Task.WhenAny(printing, _stage.Failure);
        await over.CancelAsync();
        await printing;
        if (_stage.Failure.IsFaulted)
            await _stage.Failure;
    }

    public async ValueTask DisposeAsync()
    {
        await _certificate.DisposeAsync();
        await _page.DisposeAsync();
        await _stage.DisposeAsync();
    }

    private async Task PrintLogAsync(TextWriter writer, CancellationToken over)
    {
        var lines = 0;
        bool isLast;
        do
        {
            await Task.Delay(Glance, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            isLast = over.IsCancellationRequested;
            foreach (var line in _stage.Events.Skip(lines))
            {
                lines++;
                await writer.WriteLineAsync(line.ToLine(_start));
            }
        }
        while (!isLast);
    }
}
