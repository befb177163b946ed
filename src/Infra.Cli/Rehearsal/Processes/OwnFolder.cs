namespace Infra.Cli.Rehearsal.Processes;

/// <summary>
/// A temporary folder for its user alone, with a file in it that this process keeps locked. The system lets go of a lock when a process
/// ends, by SIGKILL too: so a folder whose file can be locked is nobody's any more.
/// </summary>
internal sealed class OwnFolder : IDisposable
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Prefix = "infra-";

    private const string LockFile = ".lock";
    private const string NewLockFile = ".lock.new";

    private readonly FileStream _lock;

    private OwnFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes one, of mode 0700; its caller removes it.</summary>
    /// <param name="kind">What it is for: a word of its name.</param>
    public static OwnFolder Create(string kind)
    {
        var path = Directory.CreateTempSubdirectory($"{Prefix}{kind}-").FullName;
        var (begun, done) = (System.IO.Path.Combine(path, NewLockFile), System.IO.Path.Combine(path, LockFile));
        var held = Lock(begun, FileMode.CreateNew);
        // It gets the name that others look for once it is locked: in between it would seem dead.
        File.Move(begun, done);
        return new(path, held);
    }

    /// <summary>Takes a folder over that no process has any more.</summary>
    /// <returns>None if one has it, or it is not such a folder.</returns>
    public static OwnFolder? TakeOver(string path)
    {
        var file = System.IO.Path.Combine(path, LockFile);
        try
        {
            var held = Lock(file, FileMode.Open);
            if (IsLocked(file))
                return new(path, held);

            // There are file systems that lock nothing, and a variable that tells .NET not to.
            held.Dispose();
            return null;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose() => _lock.Dispose();

    private static bool IsLocked(string file)
    {
        try
        {
            Lock(file, FileMode.Open).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static FileStream Lock(string file, FileMode mode) => new(file, mode, FileAccess.ReadWrite, FileShare.None);
}
