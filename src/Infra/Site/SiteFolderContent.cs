using Infra.Packing;

namespace Infra.Site;

/// <summary>
/// What is in the site's folder: its files, how much they hold, and what an archive, a server or the public must not get.
/// </summary>
internal sealed class SiteFolderContent
{
    public const int MaximumFiles = 20_000;
    public const int MaximumMiB = 100;
    public const long MaximumBytes = MaximumMiB * 1024L * 1024;

    private readonly DirectoryInfo _root;
    private readonly List<string> _files = [];
    private readonly List<FolderFlaw> _flaws = [];
    private readonly List<string> _leftOut = [];

    private SiteFolderContent(DirectoryInfo root) => _root = root;

    /// <summary>In ordinal order. One more than the maximum means: too many, and the rest was not looked at.</summary>
    public IReadOnlyList<string> Files => _files;

    public long Bytes { get; private set; }

    /// <summary>What it may not hold, in ordinal order of the names.</summary>
    public IReadOnlyList<FolderFlaw> Flaws => _flaws;

    /// <summary>The paths of what stays here, a folder's with <c>/</c> at its end, in ordinal order.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Whether it holds more than a site may, so that the rest was not looked at.</summary>
    public bool HasTooManyFiles => _files.Count + _flaws.Count > MaximumFiles;

    /// <summary>Whether all of it was looked at, and is little enough to be read.</summary>
    public bool IsBounded => !HasTooManyFiles && Bytes <= MaximumBytes;

    public static SiteFolderContent Of(DirectoryInfo root)
    {
        var content = new SiteFolderContent(root);
        content.Add(root);
        content._files.Sort(StringComparer.Ordinal);
        content._leftOut.Sort(StringComparer.Ordinal);
        content._flaws.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return content;
    }

    private void Add(DirectoryInfo directory)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            if (HasTooManyFiles)
                return;

            if (SiteNames.IsHidden(entry.Name))
            {
                _leftOut.Add(entry is DirectoryInfo ? $"{NameOf(entry)}/" : NameOf(entry));
                continue;
            }

            // Before anything asks for it: a name that is no text leads nowhere.
            if (SiteNames.Problem(entry.Name, NameOf(entry)) is { } flaw)
                _flaws.Add(flaw);
            else if (entry.LinkTarget is not null)
                AddLink(entry);
            else if (entry is DirectoryInfo subdirectory)
                Add(subdirectory);
            else
                AddFile(entry, new FileInfo(entry.FullName));
        }
    }

    private void AddLink(FileSystemInfo link)
    {
        var way = FolderWay.Of(Path.TrimEndingDirectorySeparator(_root.FullName), NameOf(link), takesWholePaths: true);
        // What is packed is the content, and of a folder there is none.
        if ((way.Flaw ?? (way.End == WayEnd.Folder ? "to a folder" : null)) is { } flaw)
            _flaws.Add(FolderFlaw.Link(NameOf(link), flaw));
        else
            AddFile(link, new FileInfo(way.Place));
    }

    private void AddFile(FileSystemInfo entry, FileInfo file)
    {
        if (!FileKind.IsRegular(file.FullName, file.Length))
        {
            _flaws.Add(FolderFlaw.NoFile(NameOf(entry)));
            return;
        }

        _files.Add(NameOf(entry));
        Bytes += file.Length;
    }

    private string NameOf(FileSystemInfo entry) =>
        Path.GetRelativePath(_root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
