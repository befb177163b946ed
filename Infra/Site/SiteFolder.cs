using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Infra.Packing;
using static System.FormattableString;

namespace Infra.Site;

/// <summary>The folder of the web site as it was when it was read.</summary>
public sealed class SiteFolder
{
    /// <summary>What servers answer with where the site has nothing; without it, they have a page of their own.</summary>
    public const string NotFoundPage = "404.html";

    /// <summary>How much a site may hold, in words.</summary>
    public static readonly string Limits = Invariant($"{SiteFolderContent.MaximumMiB} MiB and {SiteFolderContent.MaximumFiles:N0} files");

    private const string StartPage = "index.html";
    private const string Renew = "take it out, and renew the key";
    private const string Tidy = "keep what is not served elsewhere";

    // A folder with more is no site with errors in it, but another folder.
    private const int MostNamed = 20;

    private readonly string _rootDirectory;
    private readonly string _directory;

    private SiteFolder(string rootDirectory, string directory, SiteFolderContent content, string hash)
    {
        _rootDirectory = rootDirectory;
        _directory = directory;
        Files = content.Files;
        LeftOut = content.LeftOut;
        Hash = hash;
    }

    /// <summary>Where <see cref="Pack"/> puts the archive with the files, as seen from the program's directory.</summary>
    public string ArchivePath => FolderArchive.PathOf(_directory);

    /// <summary>The files by their paths in the folder, with <c>/</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>
    /// What stays on this machine, since its name begins with a dot: the paths in the folder, one of a folder with <c>/</c> at its end,
    /// in ordinal order.
    /// </summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>SHA-256 over the names and contents of all files: the same for the same site, wherever and whenever it is read.</summary>
    public string Hash { get; }

    /// <summary>Writes the archive with the files.</summary>
    /// <exception cref="IOException">A file can't be read, or the archive not be written.</exception>
    public void Pack() => FolderArchive.Save(_rootDirectory, _directory, Packed);

    /// <summary>The SHA-256 of that archive, by which a server knows whether it has all of it.</summary>
    /// <exception cref="IOException">A file can't be read.</exception>
    public string ArchiveHash() => FolderArchive.HashOf(Packed);

    /// <summary>The files as they are packed.</summary>
    public IEnumerable<PackedFile> Packed =>
        Files.Select(file => new PackedFile(file, Path.Combine(_rootDirectory, _directory, file)));

    /// <summary>
    /// The file that visitors get when they ask for a path: that file, a folder's start page, also by way of the redirect to the folder, or
    /// the page for what is not there. Null where they get none.
    /// </summary>
    /// <param name="path">A path as the web server sees it: decoded, without empty segments, and without <c>.</c> and <c>..</c>.</param>
    /// <param name="pages">Which file answers a path.</param>
    public string? FileAt(string path, SitePages pages)
    {
        var name = path[1..];
        string[] candidates = path.EndsWith('/')
            ? [$"{name}{StartPage}"]
            : [name, .. pages.CleanUrls ? [$"{name}.html"] : Array.Empty<string>(), $"{name}/{StartPage}"];
        return candidates.FirstOrDefault(file => file == NotFoundPage || Files.Contains(file, StringComparer.Ordinal));
    }

    /// <summary>Reads a site that servers can serve.</summary>
    /// <param name="rootDirectory">The project's directory.</param>
    /// <param name="siteDirectory">The site's folder, relative to the project's directory, with <c>/</c>.</param>
    /// <param name="folder">The folder, unless something is wrong with it.</param>
    /// <param name="problems">Everything that is wrong with it.</param>
    /// <param name="needsStartPage">Whether it must have one: nothing else answers for it.</param>
    public static bool TryLoad(
        string rootDirectory,
        string siteDirectory,
        [NotNullWhen(true)] out SiteFolder? folder,
        out IReadOnlyList<SiteProblem> problems,
        bool needsStartPage = true)
    {
        folder = null;
        try
        {
            var directory = new DirectoryInfo(Path.Combine(rootDirectory, siteDirectory));
            if (ProblemOfPlace(rootDirectory, directory, siteDirectory) is { } misplaced)
            {
                problems = [misplaced];
                return false;
            }

            var content = SiteFolderContent.Of(directory);
            var (hash, unfit) = content.IsBounded ? Read(directory, content) : ("", []);
            problems = [.. ProblemsOf(content, siteDirectory, needsStartPage), .. Shown([.. content.Flaws, .. unfit], siteDirectory)];
            if (problems.Count > 0)
                return false;

            folder = new(rootDirectory, siteDirectory, content, hash);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems = [new SiteProblem("must be readable", siteDirectory, $"mend what is in the way ({fault.Message})")];
            return false;
        }
    }

    private static SiteProblem? ProblemOfPlace(string rootDirectory, DirectoryInfo directory, string siteDirectory)
    {
        // What a link leads to may be on no other machine.
        if (directory.LinkTarget is not null)
            return new SiteProblem("must be a folder", $"{siteDirectory}, which is a symbolic link", "name the folder that it leads to");
        if (LinkAbove(rootDirectory, siteDirectory) is { } link)
        {
            return new SiteProblem(
                "must be a folder of the project", $"{siteDirectory}, where {link} is a symbolic link", "name the folder without a link");
        }

        if (File.Exists(directory.FullName))
            return new SiteProblem("must be a folder", $"{siteDirectory}, which is a file", "name the folder that it is in");
        if (!directory.Exists)
        {
            return new SiteProblem(
                "must be a folder of the project",
                $"{siteDirectory}, which is not there",
                "create it, or name the folder of the site");
        }
        if (FolderArchive.IsInside(siteDirectory))
        {
            return new SiteProblem(
                "must be a folder that its own archive is not in", $"{siteDirectory}, where that would be", "keep the site elsewhere");
        }

        return null;
    }

    // A link on the way leads out of the project as well as one at its end does.
    private static string? LinkAbove(string rootDirectory, string siteDirectory)
    {
        for (var above = Path.GetDirectoryName(siteDirectory); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (new DirectoryInfo(Path.Combine(rootDirectory, above)).LinkTarget is not null)
                return above;
        }

        return null;
    }

    private static IEnumerable<SiteProblem> ProblemsOf(SiteFolderContent content, string siteDirectory, bool needsStartPage)
    {
        if (content.HasTooManyFiles)
        {
            yield return new SiteProblem(
                Invariant($"must hold at most {SiteFolderContent.MaximumFiles:N0} files"), $"more in {siteDirectory}", Tidy);
        }
        else if (needsStartPage && !content.Files.Contains(StartPage, StringComparer.Ordinal))
        {
            yield return new SiteProblem($"must hold {StartPage}", $"{siteDirectory} without it", $"add {siteDirectory}/{StartPage}");
        }

        if (content.Bytes > SiteFolderContent.MaximumBytes)
            yield return new SiteProblem($"must hold at most {SiteFolderContent.MaximumMiB} MiB", $"more in {siteDirectory}", Tidy);
    }

    private static IReadOnlyList<SiteProblem> Shown(IReadOnlyList<SiteFlaw> flaws, string siteDirectory) =>
    [
        .. flaws.Take(MostNamed).Select(flaw => new SiteProblem(
            flaw.Rule, flaw.What is null ? $"{siteDirectory}/{flaw.Name}" : $"{siteDirectory}/{flaw.Name}, {flaw.What}", flaw.Mend)),
        .. flaws.Count > MostNamed
            ? [new SiteProblem("must be free of such flaws", $"{flaws.Count - MostNamed} more in {siteDirectory}", "mend these first")]
            : Array.Empty<SiteProblem>(),
    ];

    // A name ends with a zero byte and a content begins with its length, so that no two sites feed the hash the same bytes. Each file is
    // read once, so this is also where its content is judged.
    private static (string Hash, IReadOnlyList<SiteFlaw> Flaws) Read(DirectoryInfo directory, SiteFolderContent site)
    {
        List<SiteFlaw> flaws = [];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[sizeof(long)];
        foreach (var file in site.Files)
        {
            try
            {
                var content = File.ReadAllBytes(Path.Combine(directory.FullName, file));
                if (Credentials.In(content) is { } credential)
                    flaws.Add(new(file, SiteNames.NoKeys, $"which has {credential} in it", Renew));

                BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
                hash.AppendData(Encoding.UTF8.GetBytes(file + '\0'));
                hash.AppendData(length);
                hash.AppendData(content);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                flaws.Add(new(file, "must be readable", What: null, $"mend what is in the way ({fault.Message})"));
            }
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), flaws);
    }
}
