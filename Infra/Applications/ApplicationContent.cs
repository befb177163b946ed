using Infra.Site;

namespace Infra.Applications;

/// <summary>What is in an application's folder, and what of it no server could get.</summary>
internal sealed class ApplicationContent
{
    private readonly string _root;
    private readonly List<ApplicationFile> _files = [];
    private readonly List<FolderProblem> _problems = [];

    private ApplicationContent(string root) => _root = root;

    /// <summary>In ordinal order of the names.</summary>
    public IReadOnlyList<ApplicationFile> Files => _files;

    public IReadOnlyList<FolderProblem> Problems => _problems;

    public long Bytes { get; private set; }

    /// <summary>Whether it holds more than an application may, so that the rest was not looked at.</summary>
    public bool HasTooManyFiles => _files.Count + _problems.Count > ApplicationFolder.MaximumFiles;

    public static ApplicationContent Of(DirectoryInfo root)
    {
        var content = new ApplicationContent(Path.TrimEndingDirectorySeparator(root.FullName));
        content.Add(root);
        content._files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        content._problems.Sort((one, other) => string.CompareOrdinal(one.Got, other.Got));
        return content;
    }

    private void Add(DirectoryInfo directory)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            if (HasTooManyFiles || Bytes > ApplicationFolder.MaximumBytes)
                return;

            if (!IsLegible(entry.Name))
                _problems.Add(new("must have names in UTF-8 without control characters", NameOf(entry), "rename it"));
            else if (entry.LinkTarget is { } target)
                AddLink(entry, target);
            else if (entry is DirectoryInfo subdirectory)
                Add(subdirectory);
            else
                AddFile(entry, new FileInfo(entry.FullName));
        }
    }

    // A link is shipped as one, as package managers make them; a server has nothing of this machine that it could lead to.
    private void AddLink(FileSystemInfo link, string target)
    {
        var end = link.ResolveLinkTarget(returnFinalTarget: true);
        var place = Path.GetFullPath(target, Path.GetDirectoryName(link.FullName)!);
        if (end is not { Exists: true })
            AddUnusable(link, "that leads nowhere");
        else if (Path.IsPathRooted(target) || !IsInside(place) || !IsInside(end.FullName))
            AddUnusable(link, "that leads outside the folder");
        else
            _files.Add(new(NameOf(link), link.FullName, IsExecutable: false, target.Replace(Path.DirectorySeparatorChar, '/')));
    }

    private void AddUnusable(FileSystemInfo link, string flaw) =>
        _problems.Add(new("must hold its files itself", $"{NameOf(link)}, a symbolic link {flaw}", "put a copy in its place"));

    private void AddFile(FileSystemInfo entry, FileInfo file)
    {
        if (!FileKind.IsRegular(file.FullName, file.Length))
        {
            _problems.Add(new(
                "must hold files and folders alone", $"{NameOf(entry)}, a named pipe, a socket or a device", "take it out of the folder"));
            return;
        }

        _files.Add(new(NameOf(entry), file.FullName, IsProgram(file)));
        Bytes += file.Length;
    }

    // By its first bytes and not by its mode: a mode is lost on the way through an archive of a pipeline, and is unknown on Windows. These
    // are what the kernel of a server can run: https://man7.org/linux/man-pages/man2/execve.2.html.
    private static bool IsProgram(FileInfo file)
    {
        Span<byte> head = stackalloc byte[4];
        using var content = file.OpenRead();
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) >= 2
            && head is [0x7F, (byte)'E', (byte)'L', (byte)'F'] or [(byte)'#', (byte)'!', ..];
    }

    private bool IsInside(string path) => path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // What .NET shows in place of bytes that are no UTF-8 is the same mark as for half of a surrogate pair.
    private static bool IsLegible(string name) =>
        name.EnumerateRunes().All(rune => rune.Value != '\uFFFD' && !System.Text.Rune.IsControl(rune));

    private string NameOf(FileSystemInfo entry) => Path.GetRelativePath(_root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
