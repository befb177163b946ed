using System.Globalization;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Drill;
using Infra.Cli.Rehearsal.Page;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal.Live;

/// <summary>A live stage with its page, and what a user is told of it.</summary>
internal sealed class LiveRehearsal : IAsyncDisposable
{
    // What this machine may add to anything that is measured: a busy one takes its time to start a process or to answer a check.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly DeclaredStack _declared;
    private readonly LiveOptions _options;
    private readonly LiveStage _stage;
    private readonly PageServer _page;

    private LiveRehearsal(DeclaredStack declared, LiveOptions options, LiveStage stage, PageServer page) =>
        (_declared, _options, _stage, _page) = (declared, options, stage, page);

    /// <summary>Brings the stack and its page up.</summary>
    public static async Task<LiveRehearsal> StartAsync(DeclaredStack declared, LiveOptions options, int pagePort, CancellationToken cancellation)
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
                StartedAt = stage.View.Time,
                Model = options.Model,
                Traffic = stage.Traffic,
            };
            return new(declared, options, stage, await PageServer.StartAsync(stage, info, pagePort, cancellation));
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
              servers  {group.MinSize} to {group.MaxSize}, {_stage.ServerDescription}
              time     {_options.Speed} times as fast as AWS's
              assumed  a server boots in {model.BootTime.TotalSeconds} s of AWS's time; {model.CapacityPerServer} requests a second are 100 % of its processor
            """));
    }

    /// <summary>Runs the drill.</summary>
    public Task<DrillReport> DrillAsync(CancellationToken cancellation) => DrillRunner.RunAsync(
        _declared,
        _options.Model,
        _stage,
        new(new FrontProbe(_stage.Balancer.HttpUrl, _stage.Balancer.HttpsUrl), _stage, _stage.Load, Delay * _options.Speed),
        cancellation);

    /// <summary>Prints the log until it is told to end, or the stack can't go on.</summary>
    public async Task WatchAsync(TextWriter writer, CancellationToken cancellation)
    {
        await writer.WriteLineAsync("Ctrl-C ends it.");
        var start = _stage.View.Time;
        var lines = 0;
        while (!cancellation.IsCancellationRequested)
        {
            foreach (var line in _stage.Events.Skip(lines))
            {
                lines++;
                await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"+{line.Time - start:hh\\:mm\\:ss}  {line.Source,-13}  {line.Text}"));
            }

            if (_stage.Failure.IsFaulted)
                await _stage.Failure;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        await _stage.DisposeAsync();
    }
}
