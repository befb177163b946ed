namespace Infra.Packing;

/// <summary>Where a path in a folder ends, with every link on it followed as a kernel follows them.</summary>
/// <param name="End">What is there.</param>
/// <param name="Place">Its own path on this machine, without a link in the folder; of one that ends nowhere, as far as it goes.</param>
internal readonly record struct FolderWay(WayEnd End, string Place)
{
    // https://man7.org/linux/man-pages/man7/path_resolution.7.html
    private const int MostLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Why no server could go this way, behind "a symbolic link"; none if one could.</summary>
    public string? Flaw => End switch
    {
        WayEnd.Nowhere => "that leads nowhere",
        WayEnd.Outside => "that leads outside the folder",
        WayEnd.WholePath => "to a whole path of this machine",
        _ => null,
    };

    /// <summary>Follows a path step by step: behind a link, <c>..</c> leads elsewhere than the path says.</summary>
    /// <param name="root">The folder's whole path, without a separator at its end.</param>
    /// <param name="path">The path in it; not a whole one.</param>
    /// <param name="takesWholePaths">Whether a link may name what is in the folder by its whole path.</param>
    public static FolderWay Of(string root, string path, bool takesWholePaths = false)
    {
        var place = root;
        var steps = new Stack<string>();
        Add(steps, path);
        for (var links = 0; steps.TryPop(out var step);)
        {
            if (step is "" or ".")
                continue;

            if (step == "..")
            {
                if (place == root)
                    return new(WayEnd.Outside, place);
                place = Path.GetDirectoryName(place)!;
                continue;
            }

            var next = Path.Combine(place, step);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (++links > MostLinks)
                    return new(WayEnd.Nowhere, next);

                if (Path.IsPathRooted(target))
                {
                    if (!IsInside(root, target))
                        return new(WayEnd.Outside, next);
                    if (!takesWholePaths)
                        return new(WayEnd.WholePath, next);
                    (place, target) = (root, target[root.Length..]);
                }

                Add(steps, target);
            }
            else if (Directory.Exists(next))
            {
                place = next;
            }
            else
            {
                return new(File.Exists(next) && steps.Count == 0 ? WayEnd.File : WayEnd.Nowhere, next);
            }
        }

        return new(WayEnd.Folder, place);
    }

    private static bool IsInside(string root, string path) => $"{path}{Path.DirectorySeparatorChar}".StartsWith(
        $"{root}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    // The first step on top.
    private static void Add(Stack<string> steps, string path)
    {
        foreach (var step in Enumerable.Reverse(path.Split(Separators)))
            steps.Push(step);
    }
}

/// <summary>What is at the end of a way.</summary>
internal enum WayEnd
{
    /// <summary>Nothing, or it has no end.</summary>
    Nowhere,

    /// <summary>It leaves the folder on the way, though it may come back.</summary>
    Outside,

    /// <summary>A link on it names a whole path, which on another machine is elsewhere.</summary>
    WholePath,

    /// <summary>A folder in the folder, or the folder itself.</summary>
    Folder,

    /// <summary>A file in the folder, of any kind.</summary>
    File,
}
