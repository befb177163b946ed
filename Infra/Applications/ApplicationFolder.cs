using System.Buffers.Binary;
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

    /// <summary>The most files and links that it may hold.</summary>
    public const int MaximumFiles = 50_000;

    // A folder with more is no application with errors in it, but another folder.
    private const int MostNamed = 20;

    // As many links in a row as Linux follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html.
    private const int MostHops = 40;

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

    /// <summary>SHA-256 over names, contents, and what can run: the same for the same application, wherever it is read.</summary>
    public string Hash { get; }

    /// <summary>Where <see cref="Pack"/> puts the archive with the files, as seen from the program's directory.</summary>
    public string ArchivePath => FolderArchive.PathOf(Path);

    /// <summary>Writes the archive with the files.</summary>
    /// <exception cref="IOException">A file can't be read, or the archive not be written.</exception>
    public void Pack() => FolderArchive.Save(
        _rootDirectory, Path, Files.Select(file => new PackedFile(file.Name, file.Source, file.IsExecutable, file.LinkTarget)));

    /// <summary>The file of that name; none if it is not there. A link is what it leads to.</summary>
    public ApplicationFile? Find(string name)
    {
        var file = Files.FirstOrDefault(file => file.Name == name);
        for (var hops = 0; file is { LinkTarget: { } target } && hops < MostHops; hops++)
        {
            var place = System.IO.Path.GetFullPath(target, System.IO.Path.GetFullPath($"/{file.Name}/.."))[1..];
            file = Files.FirstOrDefault(other => other.Name == place);
        }

        return file is { LinkTarget: null } ? file : null;
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
            var directory = new DirectoryInfo(System.IO.Path.Combine(rootDirectory, applicationDirectory));
            if (ProblemOfPlace(directory, applicationDirectory) is { } misplaced)
            {
                problems = [misplaced];
                return false;
            }

            var content = ApplicationContent.Of(directory);
            problems = [.. ProblemsOf(content, applicationDirectory)];
            if (problems.Count > 0)
                return false;

            folder = new(rootDirectory, applicationDirectory, content.Files, HashOf(content.Files));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems = [new FolderProblem("must be readable", applicationDirectory, $"mend what is in the way ({fault.Message})")];
            return false;
        }
    }

    private static FolderProblem? ProblemOfPlace(DirectoryInfo directory, string applicationDirectory)
    {
        if (File.Exists(directory.FullName))
        {
            return new FolderProblem(
                "must be a folder", $"{applicationDirectory}, which is a file", "name the folder that it is in");
        }

        if (!directory.Exists)
        {
            return new FolderProblem(
                "must be a folder of the project",
                $"{applicationDirectory}, which is not there",
                "build the application into it, or name the folder with what runs");
        }

        return FolderArchive.IsInside(applicationDirectory)
            ? new FolderProblem(
                "must be a folder that its own archive is not in",
                $"{applicationDirectory}, where that would be",
                "build the application into a folder of its own")
            : null;
    }

    private static IEnumerable<FolderProblem> ProblemsOf(ApplicationContent content, string applicationDirectory)
    {
        const string Smaller = "ship only what runs, without sources, tests and caches";
        if (content.HasTooManyFiles)
            yield return new($"must hold at most {MaximumFiles} files", $"more in {applicationDirectory}", Smaller);
        else if (content.Files.Count == 0 && content.Problems.Count == 0)
            yield return new("must hold a file", $"{applicationDirectory}, which is empty", "build the application into it");

        if (content.Bytes > MaximumBytes)
            yield return new("must hold at most 250 MiB", $"more in {applicationDirectory}", Smaller);

        foreach (var problem in content.Problems.Take(MostNamed))
            yield return problem with { Got = $"{applicationDirectory}/{problem.Got}" };

        if (content.Problems.Count > MostNamed)
        {
            yield return new(
                "must be free of such flaws", $"{content.Problems.Count - MostNamed} more in {applicationDirectory}", "mend these first");
        }
    }

    // A name ends with a zero byte and a content begins with its length, so that no two folders feed the hash the same bytes.
    private static string HashOf(IReadOnlyList<ApplicationFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[sizeof(long)];
        var buffer = new byte[128 * 1024];
        foreach (var file in files)
        {
            var kind = file.LinkTarget is { } target ? $"link {target}" : file.IsExecutable ? "program" : "file";
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{kind}\0"));
            if (file.LinkTarget is not null)
                continue;

            using var content = File.OpenRead(file.Source);
            BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
            hash.AppendData(length);
            while (content.Read(buffer) is var count and > 0)
                hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
