using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Infra.Applications;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// The application of one server: a copy of its files, folders to write to, and its processes. It is started again whenever it ends, as
/// its systemd unit has it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ApplicationProcess(LocalApplication application, int port) : IAsyncDisposable
{
    /// <summary>
    /// A shell that starts the application in a process group of its own, so that a signal reaches all of it, and at the end of its input
    /// asks it to end, kills what is left after two seconds, and removes its folder. setsid makes a group; where there is none, as on
    /// macOS, the shell's job control does. On Linux what has left the group is found by a variable of its environment. The shell is in a
    /// session of its own as well, where there is setsid: who kills all that a rehearsal started does not kill who tidies up.
    /// </summary>
    private const string Guard = """
        trap '' HUP INT QUIT TERM
        folder=$1
        run=$2
        shift 2
        leader=$(command -v setsid) || set -m
        exec 3>&1
        (trap - HUP INT QUIT TERM && export INFRA_REHEARSED="$folder" && exec $leader /bin/sh -c "$run" application "$@") </dev/null >&2 &
        group=$!
        exec >/dev/null 2>&1 3>&-
        while read -r signal; do kill -s "$signal" -- "-$group"; done
        kill -s TERM -- "-$group"
        kill -s CONT -- "-$group"
        tries=20
        while [ "$tries" -gt 0 ] && kill -s 0 -- "-$group"; do sleep 0.1; tries=$((tries - 1)); done
        kill -s KILL -- "-$group"
        grep -lsF "INFRA_REHEARSED=$folder" /proc/[0-9]*/environ | while IFS=/ read -r _ _ process _; do kill -s KILL "$process"; done
        rm -rf -- "$folder"
        """;

    // Its third descriptor is the guard's standard output, where it tells of each end.
    private const string Run = """
        trap 'over=1' TERM
        while [ -z "$over" ]; do
          "$@" 3>&-
          echo "$?" >&3
          sleep 0.1
        done
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // What a program needs of a machine to run at all; nothing of who rehearses, whose credentials are none of the application's business.
    private static readonly string[] Inherited =
        ["PATH", "LANG", "TZ", "DOTNET_ROOT", "JAVA_HOME", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    private OwnFolder? _folder;
    private ChildProcess? _guard;
    private bool _isBroken;

    /// <summary>Told of each end after the start that nobody asked for: its exit status.</summary>
    public event Action<string>? Restarted;

    /// <summary>Starts it; done as soon as it takes connections.</summary>
    /// <exception cref="ServerFailedException">It does not start; the message has its own last words.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _folder = OwnFolder.Create("application");
        var (copy, state) = (Path.Combine(_folder.Path, "application"), Path.Combine(_folder.Path, "state"));
        var temporary = Path.Combine(_folder.Path, "tmp");
        try
        {
            foreach (var folder in new[] { copy, state, temporary })
                Directory.CreateDirectory(folder);
            Copy(copy);
            _guard = StartGuard(copy, state, temporary);
        }
        catch
        {
            Directory.Delete(_folder.Path, recursive: true);
            throw;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(application.Patience);
        var end = _guard.Output.ReadLineAsync(CancellationToken.None).AsTask();
        try
        {
            while (!await AcceptsAsync(patience.Token))
            {
                if (end.IsCompleted)
                    throw new ServerFailedException($"{Name} ends at once, with status {await end}{await LastWordsAsync()}");
                await Task.Delay(Pause, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ServerFailedException(
                $"{Name} must listen at the port in PORT, which was {port}, within {application.Patience.TotalSeconds} s, and does not"
                + await LastWordsAsync());
        }

        _ = TellRestartsAsync(end);
    }

    /// <summary>Kills it, for good.</summary>
    public void Break()
    {
        _isBroken = true;
        _guard?.Tell("KILL");
    }

    /// <summary>Stops it where it stands: it takes connections, and never answers.</summary>
    public void Hang() => _guard?.Tell("STOP");

    public async ValueTask DisposeAsync()
    {
        _isBroken = true;
        if (_guard is not null)
            await _guard.DisposeAsync();
        _folder?.Dispose();
    }

    /// <summary>What it has written last, on lines of their own.</summary>
    public async Task<string> LastWordsAsync()
    {
        Break();
        // Something that has left the group may keep its output open.
        await Task.WhenAny(_guard!.Ended, Task.Delay(TimeSpan.FromSeconds(1)));
        return _guard.LastWords is { Length: > 0 } words ? $":\n{words}" : ", and says nothing";
    }

    private string Name => $"the application ({application.Description})";

    private void Copy(string folder)
    {
        foreach (var file in application.Files)
        {
            var place = Path.Combine(folder, file.Name);
            if (file.IsFolder)
            {
                Directory.CreateDirectory(place);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (file.LinkTarget is { } target)
            {
                File.CreateSymbolicLink(place, target);
                continue;
            }

            using var source = File.OpenRead(file.Source);
            using var copied = new FileStream(place, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                // As the archive has it.
                UnixCreateMode = (UnixFileMode)(file.IsExecutable ? 0b111_101_101 : 0b110_100_100),
            });
            source.CopyTo(copied);
        }
    }

    private ChildProcess StartGuard(string copy, string state, string temporary)
    {
        var environment = new Dictionary<string, string>(application.EnvironmentIn(copy, state, port));
        // As systemd sets them, of the user and of StateDirectory:
        // https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment%20Variables%20in%20Spawned%20Processes.
        foreach (var (name, value) in new[]
        {
            ("HOME", state), ("STATE_DIRECTORY", state), ("TMPDIR", temporary),
            ("USER", ApplicationUnit.User), ("LOGNAME", ApplicationUnit.User),
        })
        {
            environment.TryAdd(name, value);
        }

        string[] shell = ["/bin/sh", "-c"];
        string[] words = ProgramPath.Find("setsid") is { } setsid ? [setsid, .. shell] : shell;
        return ChildProcess.Start(
            words[0],
            [.. words.Skip(1), Guard, "guard", _folder!.Path, Run, .. application.CommandIn(copy, state, port)],
            environment,
            new(copy, name => Inherited.Contains(name) || name.StartsWith("LC_", StringComparison.Ordinal)));
    }

    private async Task TellRestartsAsync(Task<string?> end)
    {
        while (await end is { } status)
        {
            if (!_isBroken)
                Restarted?.Invoke(status);
            end = _guard!.Output.ReadLineAsync(CancellationToken.None).AsTask();
        }
    }

    private async Task<bool> AcceptsAsync(CancellationToken cancellation)
    {
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
