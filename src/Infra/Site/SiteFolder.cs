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
    private const string Create = "create it, or name the folder of the site";
    private const string Renew = "take it out, and renew the key";
    private const string Tidy = "keep what is not served elsewhere";

    private readonly string _rootDirectory;
    private readonly string _directory;
    private readonly IReadOnlyList<FileContent> _contents;

    private SiteFolder(
        string rootDirectory, string directory, SiteFolderContent content, IReadOnlyList<FileContent> contents, string hash)
    {
        _contents = contents;
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
    /// <exception cref="IOException">A file can't be read, or is not what it was, or the archive can't be written.</exception>
    public void Pack() => FolderArchive.Save(_rootDirectory, _directory, Packed);

    /// <summary>The SHA-256 of that archive, by which a server knows whether it has all of it.</summary>
    /// <exception cref="IOException">A file can't be read, or is not what it was.</exception>
    public string ArchiveHash() => FolderArchive.HashOf(Packed);

    /// <summary>The files as they are packed.</summary>
    public IEnumerable<PackedFile> Packed =>
        Files.Zip(_contents, (file, content) => new PackedFile(file, Path.Combine(_rootDirectory, _directory, file), Content: content));

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
        out IReadOnlyList<FolderProblem> problems,
        bool needsStartPage = true)
    {
        folder = null;
        try
        {
            if (FolderPlace.ProblemOf(rootDirectory, siteDirectory, Create, whenInTheWay: "keep the site elsewhere") is { } misplaced)
            {
                problems = [misplaced];
                return false;
            }

            var directory = new DirectoryInfo(Path.Combine(rootDirectory, siteDirectory));
            var content = SiteFolderContent.Of(directory);
            var (hash, contents, unfit) = content.IsBounded ? Read(directory, content) : ("", [], []);
            problems =
            [
                .. ProblemsOf(content, siteDirectory, needsStartPage), .. FolderFlaw.Shown([.. content.Flaws, .. unfit], siteDirectory),
            ];
            if (problems.Count > 0)
                return false;

            folder = new(rootDirectory, siteDirectory, content, contents, hash);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems = [new FolderProblem("must be readable", siteDirectory, $"fix what is in the way ({fault.Message})")];
            return false;
        }
    }

    private static IEnumerable<FolderProblem> ProblemsOf(SiteFolderContent content, string siteDirectory, bool needsStartPage)
    {
        if (content.HasTooManyFiles)
        {
            yield return new FolderProblem(
                Invariant($"must hold at most {SiteFolderContent.MaximumFiles:N0} files"), $"more in {siteDirectory}", Tidy);
        }
        else if (needsStartPage && !content.Files.Contains(StartPage, StringComparer.Ordinal))
        {
            yield return new FolderProblem($"must hold {StartPage}", $"{siteDirectory} without it", $"add {siteDirectory}/{StartPage}");
        }

        if (content.Bytes > SiteFolderContent.MaximumBytes)
            yield return new FolderProblem($"must hold at most {SiteFolderContent.MaximumMiB} MiB", $"more in {siteDirectory}", Tidy);
    }

    // A name ends with a zero byte and a content begins with its length, so that no two sites feed the hash the same bytes. Each file is
    // read once, so this is also where its content is judged.
    private static (string Hash, IReadOnlyList<FileContent> Contents, IReadOnlyList<FolderFlaw> Flaws) Read(
        DirectoryInfo directory, SiteFolderContent site)
    {
        List<FolderFlaw> flaws = [];
        List<FileContent> contents = [];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in site.Files)
        {
            try
            {
                var content = File.ReadAllBytes(Path.Combine(directory.FullName, file));
                if (Credentials.In(content) is { } credential)
                    flaws.Add(new(file, SiteNames.NoKeys, $"which has {credential} in it", Renew));

                hash.AppendData(Encoding.UTF8.GetBytes(file + '\0'));
                FileContent.AppendLength(hash, content.Length);
                hash.AppendData(content);
                contents.Add(FileContent.Of(content));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                flaws.Add(FolderFlaw.Unreadable(file, fault));
            }
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), contents, flaws);
    }
}
