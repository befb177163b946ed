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
    private readonly List<SiteFlaw> _flaws = [];
    private readonly List<string> _leftOut = [];

    private SiteFolderContent(DirectoryInfo root) => _root = root;

    /// <summary>In ordinal order. One more than the maximum means: too many, and the rest was not looked at.</summary>
    public IReadOnlyList<string> Files => _files;

    public long Bytes { get; private set; }

    /// <summary>What it may not hold, in ordinal order of the names.</summary>
    public IReadOnlyList<SiteFlaw> Flaws => _flaws;

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
            if (SiteNames.Problem(entry.Name) is var (rule, mend))
                _flaws.Add(new(NameOf(entry), rule, What: null, mend));
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
        switch (link.ResolveLinkTarget(returnFinalTarget: true))
        {
            // Pulumi leaves links to folders out of an archive without a word.
            case DirectoryInfo { Exists: true }:
                AddUnusable(link, "to a folder");
                break;
            case FileInfo { Exists: true } file when StaysInside(link):
                AddFile(link, file);
                break;
            case { Exists: true }:
                AddUnusable(link, "that leads outside the folder");
                break;
            default:
                AddUnusable(link, "that leads nowhere");
                break;
        }
    }

    private void AddUnusable(FileSystemInfo link, string flaw) =>
        _flaws.Add(new(NameOf(link), "must hold its files itself", $"a symbolic link {flaw}", "put a copy in its place"));

    private void AddFile(FileSystemInfo entry, FileInfo file)
    {
        if (!FileKind.IsRegular(file.FullName, file.Length))
        {
            _flaws.Add(new(
                NameOf(entry), "must hold files and folders alone", "a named pipe, a socket or a device", "take it out of the folder"));
            return;
        }

        _files.Add(NameOf(entry));
        Bytes += file.Length;
    }

    // Each step, and not where the way seems to end: behind another link ".." leads elsewhere than the path says.
    private bool StaysInside(FileSystemInfo link)
    {
        var root = Path.TrimEndingDirectorySeparator(_root.FullName);
        var inside = root + Path.DirectorySeparatorChar;
        for (var hop = link; hop.LinkTarget is { } target;)
        {
            var (place, way) = target.StartsWith(inside, StringComparison.Ordinal)
                ? (root, target[inside.Length..])
                : (Path.GetDirectoryName(hop.FullName)!, target);
            if (Path.IsPathRooted(way))
                return false;

            foreach (var step in way.Split(Path.DirectorySeparatorChar))
            {
                place = Path.GetFullPath(step, place);
                if (place != root && !place.StartsWith(inside, StringComparison.Ordinal))
                    return false;
            }

            hop = new FileInfo(place);
        }

        return true;
    }

    private string NameOf(FileSystemInfo entry) =>
        Path.GetRelativePath(_root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}

/// <summary>One thing in the folder that may not be there.</summary>
/// <param name="Name">Its path in the folder.</param>
/// <param name="Rule">What the folder must be.</param>
/// <param name="What">What it is, where its name does not say it.</param>
/// <param name="Mend">What to do about it.</param>
internal sealed record SiteFlaw(string Name, string Rule, string? What, string Mend);
