using Infra.Packing;

namespace Infra.Applications;

/// <summary>What is in an application's folder, and what of it no server could get.</summary>
internal sealed class ApplicationContent
{
    private readonly string _root;
    private readonly List<ApplicationFile> _files = [];
    private readonly List<FolderFlaw> _flaws = [];

    private ApplicationContent(string root) => _root = root;

    /// <summary>In ordinal order of the names.</summary>
    public IReadOnlyList<ApplicationFile> Files => _files;

    public IReadOnlyList<FolderFlaw> Flaws => _flaws;

    public long Bytes { get; private set; }

    /// <summary>Whether it holds more than an application may, so that the rest was not looked at.</summary>
    public bool HasTooManyFiles => _files.Count + _flaws.Count > ApplicationFolder.MaximumFiles;

    /// <summary>Whether all of it was looked at, and is little enough to be read.</summary>
    public bool IsBounded => !HasTooManyFiles && Bytes <= ApplicationFolder.MaximumBytes;

    public static ApplicationContent Of(DirectoryInfo root)
    {
        var content = new ApplicationContent(Path.TrimEndingDirectorySeparator(root.FullName));
        content.Add(root);
        content._files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        content._flaws.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return content;
    }

    private void Add(DirectoryInfo directory)
    {
        var isEmpty = true;
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            if (!IsBounded)
                return;

            isEmpty = false;
            if (!FolderFlaw.IsLegible(entry.Name))
                _flaws.Add(FolderFlaw.Illegible(NameOf(entry)));
            else if (entry.LinkTarget is { } target)
                AddLink(entry, target);
            else if (entry is DirectoryInfo subdirectory)
                Add(subdirectory);
            else
                AddFile(entry, new FileInfo(entry.FullName));
        }

        if (isEmpty && NameOf(directory) is not "." and var name)
            _files.Add(new(name, directory.FullName, IsExecutable: false) { IsFolder = true });
    }

    // A link is shipped as one, as package managers make them; a server has nothing of this machine that it could lead to.
    private void AddLink(FileSystemInfo link, string target)
    {
        if (FolderWay.Of(_root, NameOf(link)).Flaw is { } flaw)
            _flaws.Add(FolderFlaw.Link(NameOf(link), flaw));
        else
            _files.Add(new(NameOf(link), link.FullName, IsExecutable: false, target.Replace(Path.DirectorySeparatorChar, '/')));
    }

    private void AddFile(FileSystemInfo entry, FileInfo file)
    {
        if (!FileKind.IsRegular(file.FullName, file.Length))
        {
            _flaws.Add(FolderFlaw.NoFile(NameOf(entry)));
            return;
        }

        try
        {
            var head = HeadOf(file);
            _files.Add(new(NameOf(entry), file.FullName, IsProgram(head)) { Platform = ProgramPlatform.Of(head) });
            Bytes += file.Length;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _flaws.Add(FolderFlaw.Unreadable(NameOf(entry), fault));
        }
    }

    private static byte[] HeadOf(FileInfo file)
    {
        var head = new byte[ProgramPlatform.HeadLength];
        using var content = file.OpenRead();
        return head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    // By its first bytes and not by its mode: a mode is lost on the way through an archive of a pipeline, and is unknown on Windows. These
    // are what the kernel of a server can run: https://man7.org/linux/man-pages/man2/execve.2.html.
    private static bool IsProgram(byte[] head) =>
        head is [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..];

    private string NameOf(FileSystemInfo entry) => Path.GetRelativePath(_root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
