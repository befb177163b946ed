namespace Infra.Cli.Shell;

/// <summary>
/// Where a program is by PATH, and by nothing else: .NET on Unix would take one of that name in this program's folder or in the working
/// directory first (https://github.com/dotnet/runtime/issues/44792), which is whoever's checkout the user stands in.
/// </summary>
internal static class ProgramPath
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The folders of a PATH that are the same wherever one stands: an empty entry, too, is the working directory.</summary>
    /// <param name="path">As in the environment variable.</param>
    public static IEnumerable<string> Folders(string? path) => (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified);

    /// <summary>A PATH of those folders alone; the system's where there are none, since an empty PATH is the working directory.</summary>
    /// <param name="path">As in the environment variable.</param>
    public static string Whole(string? path)
    {
        var folders = Folders(path).ToList();
        return folders.Count > 0 || OperatingSystem.IsWindows() ? string.Join(Path.PathSeparator, folders) : "/usr/bin:/bin";
    }

    /// <summary>The first program of a name in these folders; none if there is none.</summary>
    /// <param name="name">Without a folder.</param>
    /// <param name="folders">Where to look.</param>
    public static string? Find(string name, IEnumerable<string> folders) =>
        folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)).FirstOrDefault(IsProgram);

    /// <summary>The same on this process's PATH.</summary>
    public static string? Find(string name) => Find(name, Folders(Environment.GetEnvironmentVariable("PATH")));

    private static bool IsProgram(string file)
    {
        try
        {
            return File.Exists(file)
                && (OperatingSystem.IsWindows()
                    || (File.GetUnixFileMode(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file) & Executable) != 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
