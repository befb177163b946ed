using System.Globalization;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Firewall;
using Infra.Cli.Rehearsal.Page;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>An emulated stack with its page, and what a user is told of it.</summary>
internal sealed class EmulatedRehearsal : IAsyncDisposable
{
    // What this machine may add to anything that is measured: a busy one takes its time to start a process or to answer a check.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly RehearsedStack _declared;
    private readonly EmulationOptions _options;
    private readonly EmulatedStack _stack;
    private readonly PageServer _page;
    private readonly CertificateFile _certificate;
    private readonly DateTimeOffset _start;

    private EmulatedRehearsal(RehearsedStack declared, EmulationOptions options, EmulatedStack stack, PageServer page, DateTimeOffset start)
    {
        (_declared, _options, _stack, _page, _start) = (declared, options, stack, page, start);
        _certificate = new(stack.Balancer.Certificate);
    }

    /// <summary>Brings the stack and its page up.</summary>
    public static async Task<EmulatedRehearsal> StartAsync(
        RehearsedStack declared, EmulationOptions options, int pagePort, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsWindows())
            await DeadFolders.SweepAsync(cancellation);
        var stack = await EmulatedStack.StartAsync(declared, options, cancellation);
        try
        {
            var info = new PageInfo
            {
                Declared = declared,
                HttpUrl = stack.Balancer.HttpUrl,
                HttpsUrl = stack.Balancer.HttpsUrl,
                ServerDescription = stack.ServerDescription,
                Speed = options.Speed,
                StartedAt = stack.Events[0].Time,
                Model = options.Model,
                Traffic = stack.Traffic,
                Content = stack.Content,
            };
            return new(declared, options, stack, await PageServer.StartAsync(stack, info, pagePort, cancellation), info.StartedAt);
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Says what runs where, and what is assumed.</summary>
    public async Task AnnounceAsync(TextWriter writer)
    {
        var (model, group) = (_options.Model, _declared.Group);
        var (boot, capacity) = (model.BootTime.TotalSeconds, model.CapacityPerServer);
        var certificate = _declared.LoadBalancer.Https.Certificate is { IsSelfSigned: true }
            ? "self-signed, as declared"
            : "self-signed here, where ACM issues one on AWS";
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {_declared.StackName} runs on this machine:
              site     {_stack.Balancer.HttpsUrl} (certificate {certificate})
              HTTP     {_stack.Balancer.HttpUrl?.ToString() ?? "no listener"}
              page     {_page.Url}
              verify   {VerifyLine.Of(_stack.Balancer.Site, _certificate.Path)}
              servers  {group.MinSize} to {group.MaxSize}, {_stack.ServerDescription}
              time     {_options.Speed} times as fast as AWS's
              assumed  a server boots in {boot} s of AWS's time; {capacity} requests a second are 100 % of its processor;
                       the load comes from {Visitors.Addresses} addresses
            """));
        if (_stack.Content is not null)
            await writer.WriteLineAsync("  content  the page's button uploads the site, and servers take it by their own update-site");
        if (_stack.Application is { MissingSecrets: [var secret, ..] missing })
        {
            await writer.WriteLineAsync(
                $"  secrets  '{LocalApplication.Placeholder}' in place of {string.Join(", ", missing)}, since none is fetched; "
                + $"{RehearseOptions.SecretOption} {secret} takes it from the environment");
        }
    }

    /// <summary>Runs the drill, and prints the log as it goes.</summary>
    public async Task<RehearsalReport> DrillAsync(TextWriter writer, CancellationToken cancellation)
    {
        var instruments = new Instruments(
            _stack.Balancer.Site, _stack, _stack.Load, Delay * _options.Speed, _stack.Content, () => _stack.Machine.Late);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var printing = PrintLogAsync(writer, over.Token);
        try
        {
            return await ScriptRunner.RunAsync(_declared, _options.Model, _stack, instruments, cancellation);
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
        await Task.WhenAny(printing, _stack.Failure);
        await over.CancelAsync();
        await printing;
        if (_stack.Failure.IsFaulted)
            await _stack.Failure;
    }

    public async ValueTask DisposeAsync()
    {
        await _certificate.DisposeAsync();
        await _page.DisposeAsync();
        await _stack.DisposeAsync();
    }

    private async Task PrintLogAsync(TextWriter writer, CancellationToken over)
    {
        var lines = 0;
        bool isLast;
        do
        {
            await Task.Delay(Glance, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            isLast = over.IsCancellationRequested;
            foreach (var line in _stack.Events.Skip(lines))
            {
                lines++;
                await writer.WriteLineAsync(line.ToLine(_start));
            }
        }
        while (!isLast);
    }
}
