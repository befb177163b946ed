namespace Infra.Cli.Rehearsal.Processes;

/// <summary>A temporary folder that goes when it is disposed of, or this program ends.</summary>
internal sealed class GuardedFolder : IAsyncDisposable
{
    // Waits for the end of its input, which is this program's end, by SIGKILL too; Ctrl-C, which goes to all, must not be its end before.
    private const string Guard = """
        trap '' HUP INT QUIT TERM
        exec >/dev/null 2>&1
        cat
        rm -rf -- "$1"
        """;

    private readonly OwnFolder _folder;
    private readonly ChildProcess? _guard;

    /// <summary>Makes one.</summary>
    /// <param name="kind">What it is for: a word of its name.</param>
    public GuardedFolder(string kind)
    {
        _folder = OwnFolder.Create(kind);
        if (!OperatingSystem.IsWindows())
            _guard = ChildProcess.Start("/bin/sh", "-c", Guard, "guard", _folder.Path);
    }

    /// <summary>Where it is.</summary>
    public string Path => _folder.Path;

    /// <summary>Removes it with all that is in it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_guard is not null)
            await _guard.DisposeAsync();
        _folder.Dispose();
        if (_guard is null)
            Directory.Delete(_folder.Path, recursive: true);
    }
}
