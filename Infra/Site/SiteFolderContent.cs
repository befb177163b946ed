namespace Infra.Site;

/// <summary>What is in the site's folder: its files, how much they hold, and the links that an archive could not hold.</summary>
internal sealed class SiteFolderContent
{
    public const int MaximumFiles = 1000;
    public const long MaximumBytes = 10 * 1024 * 1024;

    private readonly DirectoryInfo _root;
    private readonly List<string> _files = [];
    private readonly HashSet<string> _emptyFiles = new(StringComparer.Ordinal);
    private readonly List<(string Link, string Flaw)> _unusableLinks = [];

    private SiteFolderContent(DirectoryInfo root) => _root = root;

    /// <summary>In ordinal order. One more than the maximum means: too many, and the rest was not looked at.</summary>
    public IReadOnlyList<string> Files => _files;

    public long Bytes { get; private set; }

    /// <summary>Whether a file holds nothing. So does, by its length, a named pipe, which nobody may open without waiting.</summary>
    public bool IsEmpty(string file) => _emptyFiles.Contains(file);

    public IReadOnlyList<(string Link, string Flaw)> UnusableLinks => _unusableLinks;

    public static SiteFolderContent Of(DirectoryInfo root)
    {
        var content = new SiteFolderContent(root);
        content.Add(root);
        content._files.Sort(StringComparer.Ordinal);
        content._unusableLinks.Sort((one, other) => string.CompareOrdinal(one.Link, other.Link));
        return content;
    }

    private void Add(DirectoryInfo directory)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            if (_files.Count > MaximumFiles)
                return;
            if (entry.LinkTarget is not null)
                AddLink(entry);
            else if (entry is DirectoryInfo subdirectory)
                Add(subdirectory);
            else
                AddFile(entry, new FileInfo(entry.FullName).Length);
        }
    }

    private void AddLink(FileSystemInfo link)
    {
        switch (link.ResolveLinkTarget(returnFinalTarget: true))
        {
            // Pulumi leaves links to folders out of an archive without a word.
            case DirectoryInfo { Exists: true }:
                _unusableLinks.Add((NameOf(link), "to a folder"));
                break;
            case FileInfo { Exists: true } file when IsInside(file):
                AddFile(link, file.Length);
                break;
            case { Exists: true }:
                _unusableLinks.Add((NameOf(link), "that leads outside the folder"));
                break;
            default:
                _unusableLinks.Add((NameOf(link), "that leads nowhere"));
                break;
        }
    }

    private void AddFile(FileSystemInfo entry, long length)
    {
        _files.Add(NameOf(entry));
        Bytes += length;
        if (length == 0)
            _emptyFiles.Add(NameOf(entry));
    }

    private bool IsInside(FileInfo file) =>
        file.FullName.StartsWith(Path.TrimEndingDirectorySeparator(_root.FullName) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string NameOf(FileSystemInfo entry) =>
        Path.GetRelativePath(_root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
