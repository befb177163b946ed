using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>nginx with the configuration and the site that the user data gives it.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class NginxServer(
    NginxProgram nginx, DeclaredServer server, bool isHttps, int port, int? applicationPort = null, PlayedBucket? bucket = null)
    : IWebServer
{
    /// <summary>
    /// A shell that starts nginx, sends it the signals that it reads, and when there are no more kills it and removes its folder. Any POSIX
    /// shell can do that, on Linux and macOS alike; <c>prctl</c> and <c>setpriv</c> are Linux's alone, and remove no folder.
    /// Ctrl-C goes to a terminal's every process, so the shell ignores it, or it would be gone before it could tidy up.
    /// nginx makes its standard error its error log, and keeps its standard output until it ends: when that too leads to this program's
    /// pipe, and the shell lets go of it, the pipe's end is nginx's end.
    /// </summary>
    private const string Guard = """
        trap '' HUP INT QUIT TERM
        folder=$1
        shift
        "$@" </dev/null >&2 &
        server=$!
        exec >/dev/null 2>&1
        while read -r signal; do kill -s "$signal" "$server"; done
        kill -s KILL "$server"
        wait "$server"
        rm -rf -- "$folder"
        """;

    /// <summary>
    /// One process, not a master and its workers: so one signal stops all of it, and the user data's processor count does not matter.
    /// </summary>
    private const string OneProcess = "daemon off; master_process off;";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private OwnFolder? _folder;
    private ChildProcess? _guard;
    private FollowedSite? _site;

    public Uri Address { get; } = new($"{(isHttps ? "https" : "http")}://127.0.0.1:{port}");

    public async Task StartAsync(CancellationToken cancellation)
    {
        _folder = ServerFolder.Create(nginx, server, port, applicationPort, hasSite: bucket is null);
        var folder = _folder.Path;
        await TakeSiteAsync(folder, cancellation);
        _guard = ChildProcess.Start(
            "/bin/sh", "-c", Guard, "guard", folder, nginx.Path,
            "-p", folder, "-c", Path.Combine(folder, ServerFolder.ConfigurationFile), "-e", "stderr", "-g", OneProcess);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            while (!await AcceptsAsync(patience.Token))
                await Task.Delay(Pause, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidUsageException($"{nginx} must take connections {Patience.TotalSeconds} s after its start, and does not");
        }
    }

    public Task<string?> UpdateContentAsync(CancellationToken cancellation) =>
        _site?.UpdateAsync(cancellation) ?? Task.FromResult<string?>(null);

    public void Break() => _guard?.Tell("KILL");

    public void Hang() => _guard?.Tell("STOP");

    public async ValueTask DisposeAsync()
    {
        if (_guard is not null)
            await _guard.DisposeAsync();
        _folder?.Dispose();
    }

    // As the boot script does: before nginx runs.
    private async Task TakeSiteAsync(string folder, CancellationToken cancellation)
    {
        if (bucket is null || server.SiteUpdater is not { } program)
            return;

        _site = new(bucket, folder, program, Address);
        var words = await _site.UpdateAsync(cancellation);
        if (!_site.Exists)
            throw new ServerFailedException($"the server must have a site to boot: {words}");
    }

    private async Task<bool> AcceptsAsync(CancellationToken cancellation)
    {
        if (_guard!.Ended.IsCompleted)
            throw new InvalidUsageException($"{nginx} does not start with the configuration of the user data:\n{await _guard.Ended}");

        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
