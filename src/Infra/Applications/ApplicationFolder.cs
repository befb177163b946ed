using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Infra.Packing;

namespace Infra.Applications;

/// <summary>The folder with what runs as it was when it was read: a publish output, a build.</summary>
public sealed class ApplicationFolder
{
    /// <summary>The most bytes that it may hold: 250 MiB, as much as a server fetches and unpacks in seconds.</summary>
    public const long MaximumBytes = 250L * 1024 * 1024;

    /// <summary>The most files, links and empty folders that it may hold.</summary>
    public const int MaximumFiles = 50_000;

    private const string WhenMissing = "build the application into it, or name the folder with what runs";
    private const string WhenInTheWay = "build the application into a folder of its own";

    private readonly string _rootDirectory;

    private ApplicationFolder(string rootDirectory, string path, IReadOnlyList<ApplicationFile> files, string hash)
    {
        _rootDirectory = rootDirectory;
        Path = path;
        Files = files;
        Hash = hash;
    }

    /// <summary>Its path from the project's folder, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>What it holds, in ordinal order of the names.</summary>
    public IReadOnlyList<ApplicationFile> Files { get; }

    /// <summary>SHA-256 over names, kinds and contents: the same for the same application, wherever it is read.</summary>
    public string Hash { get; }

    /// <summary>Where <see cref="Pack"/> puts the archive with the files, as seen from the program's directory.</summary>
    public string ArchivePath => FolderArchive.PathOf(Path);

    /// <summary>Writes the archive with the files.</summary>
    /// <exception cref="IOException">A file can't be read, or is not what it was, or the archive can't be written.</exception>
    public void Pack() => FolderArchive.Save(_rootDirectory, Path, Files.Select(file =>
        new PackedFile(file.Name, file.Source, file.IsExecutable, file.LinkTarget, file.Content, file.IsFolder)));

    /// <summary>The file of that name; none if it is not there. A link is what it leads to.</summary>
    public ApplicationFile? Find(string name)
    {
        var root = System.IO.Path.TrimEndingDirectorySeparator(new DirectoryInfo(System.IO.Path.Combine(_rootDirectory, Path)).FullName);
        if (System.IO.Path.IsPathRooted(name) || FolderWay.Of(root, name) is not { End: WayEnd.File, Place: var place })
            return null;

        var found = place[(root.Length + 1)..].Replace(System.IO.Path.DirectorySeparatorChar, '/');
        return Files.FirstOrDefault(file => file.Name == found);
    }

    /// <summary>Reads an application.</summary>
    /// <param name="rootDirectory">The project's directory.</param>
    /// <param name="applicationDirectory">The application's folder, relative to the project's directory, with <c>/</c>.</param>
    /// <param name="folder">The folder, unless something is wrong with it.</param>
    /// <param name="problems">Everything that is wrong with it.</param>
    public static bool TryLoad(
        string rootDirectory,
        string applicationDirectory,
        [NotNullWhen(true)] out ApplicationFolder? folder,
        out IReadOnlyList<FolderProblem> problems)
    {
        folder = null;
        try
        {
            if (FolderPlace.ProblemOf(rootDirectory, applicationDirectory, WhenMissing, WhenInTheWay) is { } misplaced)
            {
                problems = [misplaced];
                return false;
            }

            var content = ApplicationContent.Of(new(System.IO.Path.Combine(rootDirectory, applicationDirectory)));
            var (hash, files, unfit) = content.IsBounded ? Read(content.Files) : ("", [], []);
            problems =
            [
                .. ProblemsOf(content, applicationDirectory), .. FolderFlaw.Shown([.. content.Flaws, .. unfit], applicationDirectory),
            ];
            if (problems.Count > 0)
                return false;

            folder = new(rootDirectory, applicationDirectory, files, hash);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems = [new FolderProblem("must be readable", applicationDirectory, $"fix what is in the way ({fault.Message})")];
            return false;
        }
    }

    private static IEnumerable<FolderProblem> ProblemsOf(ApplicationContent content, string applicationDirectory)
    {
        const string Smaller = "ship only what runs, without sources, tests and caches";
        if (content.HasTooManyFiles)
            yield return new($"must hold at most {MaximumFiles} files", $"more in {applicationDirectory}", Smaller);
        else if (content.Files.All(file => file.IsFolder) && content.Flaws.Count == 0)
            yield return new("must hold a file", $"{applicationDirectory}, which is empty", "build the application into it");

        if (content.Bytes > MaximumBytes)
            yield return new("must hold at most 250 MiB", $"more in {applicationDirectory}", Smaller);
    }

    // A name ends with a zero byte and a content begins with its length, so that no two folders feed the hash the same bytes.
    private static (string Hash, IReadOnlyList<ApplicationFile> Files, IReadOnlyList<FolderFlaw> Flaws) Read(
        IReadOnlyList<ApplicationFile> files)
    {
        List<ApplicationFile> read = [];
        List<FolderFlaw> flaws = [];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{KindOf(file)}\0"));
            try
            {
                read.Add(file.IsFolder || file.LinkTarget is not null ? file : file with { Content = FileContent.Of(file.Source, hash) });
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                flaws.Add(FolderFlaw.Unreadable(file.Name, fault));
            }
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), read, flaws);
    }

    private static string KindOf(ApplicationFile file) => file switch
    {
        { LinkTarget: { } target } => $"link {target}",
        { IsFolder: true } => "folder",
        { IsExecutable: true } => "program",
        _ => "file",
    };
}
