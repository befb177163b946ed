using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;

namespace Infra.Packing;

/// <summary>
/// Packs a folder of the project into an archive for the servers: the same bytes for the same files, on every machine and at every time,
/// since another archive is another upload, and that rolls through the servers.
/// </summary>
/// <remarks>
/// A tar file, not compressed, as a compressed one would depend on the compressor's version. Not one of Pulumi's own archives: those lose
/// modes and links, and give every file the same time, by which nginx could not tell a changed file of the same size from the old one.
/// </remarks>
public static class FolderArchive
{
    private const string Place = "artifacts";
    private const string ToProject = "../../";
    private const string End = ".tar";

    // What the file holds decides, so that nginx's ETag, which is time and size, stays when the content stays, and changes with it. From
    // 1987 on and over before 2021: tar warns of times that are too early, or to come.
    private const uint FirstTime = 0x2000_0000;
    private const uint TimeBits = 0x3FFF_FFFF;

    /// <summary>
    /// Where the archive of a folder is, as seen from the program's directory, which Pulumi runs the program in. Relative, since the path
    /// is part of the stack's state, and an absolute one would differ from machine to machine. It names the folder.
    /// </summary>
    /// <param name="directory">The folder, relative to the project's directory, with <c>/</c>.</param>
    public static string PathOf(string directory) => $"{ToProject}{Place}/{directory}{End}";

    /// <summary>The same archive, as seen from a program whose directory is not a folder of the project's.</summary>
    /// <param name="archivePath">What <see cref="PathOf"/> says of the folder.</param>
    /// <param name="toProject">The way from there to the project's directory, with <c>/</c> but not at its end; <c>.</c>: none.</param>
    public static string SeenFrom(string archivePath, string toProject) =>
        toProject == "." ? archivePath[ToProject.Length..] : $"{toProject}/{archivePath[ToProject.Length..]}";

    /// <summary>The folder that was packed into an archive, relative to the project's directory; none if it is no such archive.</summary>
    /// <param name="archivePath">What <see cref="PathOf"/> or <see cref="SeenFrom"/> says of the folder.</param>
    public static string? FolderOf(string archivePath)
    {
        var path = archivePath;
        while (path.StartsWith("../", StringComparison.Ordinal))
            path = path["../".Length..];

        return path.StartsWith($"{Place}/", StringComparison.Ordinal) && path.EndsWith(End, StringComparison.Ordinal)
            && !path.Split('/').Contains("..")
                ? path[$"{Place}/".Length..^End.Length]
                : null;
    }

    /// <summary>Whether the archive of a folder would be in the folder itself, which would then never stay the same.</summary>
    /// <param name="directory">The folder, relative to the project's directory, with <c>/</c>.</param>
    public static bool IsInside(string directory) => $"{Place}/{directory}{End}".StartsWith($"{directory}/", StringComparison.Ordinal);

    /// <summary>
    /// Writes the archive of a folder, all of it or nothing, and leaves one alone that is already as it is to be.
    /// </summary>
    /// <param name="rootDirectory">The project's directory, where <c>Pulumi.yaml</c> is.</param>
    /// <param name="directory">The folder, relative to the project's directory, with <c>/</c>.</param>
    /// <param name="files">Its files, in any order.</param>
    /// <exception cref="IOException">A file can't be read, or is not what it was, or the archive can't be written.</exception>
    public static void Save(string rootDirectory, string directory, IEnumerable<PackedFile> files)
    {
        var archive = Path.Combine(rootDirectory, Place, directory + End);
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        var begun = $"{archive}.{Path.GetRandomFileName()}";
        try
        {
            using (var output = new FileStream(begun, FileMode.CreateNew))
                Write(output, files);
            if (!IsSame(begun, archive))
                File.Move(begun, archive, overwrite: true);
        }
        finally
        {
            File.Delete(begun);
        }
    }

    /// <summary>The SHA-256 of the archive of some files, without writing it, in lower case hexadecimal digits.</summary>
    /// <exception cref="IOException">A file can't be read, or is not what it was.</exception>
    public static string HashOf(IEnumerable<PackedFile> files)
    {
        using var hash = SHA256.Create();
        using (var output = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
            Write(output, files);

        return Convert.ToHexStringLower(hash.Hash!);
    }

    /// <summary>Writes an archive of files and of the folders that they are in.</summary>
    /// <exception cref="IOException">A file can't be read, or is not what it was.</exception>
    public static void Write(Stream output, IEnumerable<PackedFile> files)
    {
        // GNU's form has no limit for a name, and nothing of this process or of now in it, as .NET's form of POSIX has.
        using var archive = new TarWriter(output, TarEntryFormat.Gnu, leaveOpen: true);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            foreach (var folder in FoldersOf(file).Where(folders.Add))
                archive.WriteEntry(Entry(TarEntryType.Directory, $"{folder}/", isExecutable: true, FirstTime));

            if (!file.IsFolder)
                Write(archive, file);
        }
    }

    private static void Write(TarWriter archive, PackedFile file)
    {
        if (file.LinkTarget is { } target)
        {
            var link = Entry(TarEntryType.SymbolicLink, file.Name, isExecutable: true, FirstTime);
            link.LinkName = target;
            archive.WriteEntry(link);
            return;
        }

        var expected = file.Content ?? FileContent.Of(file.Source);
        using var content = new UnchangedFile(file.Source, expected);
        var entry = Entry(TarEntryType.RegularFile, file.Name, file.IsExecutable, TimeOf(expected));
        entry.DataStream = content;
        archive.WriteEntry(entry);
        content.Verify();
    }

    private static uint TimeOf(FileContent content) =>
        FirstTime + (uint.Parse(content.Hash[..8], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & TimeBits);

    private static GnuTarEntry Entry(TarEntryType type, string name, bool isExecutable, uint time) => new(type, name)
    {
        Uid = 0,
        Gid = 0,
        UserName = "root",
        GroupName = "root",
        Mode = (UnixFileMode)(isExecutable ? 0b111_101_101 : 0b110_100_100),
        ModificationTime = DateTimeOffset.FromUnixTimeSeconds(time),
        AccessTime = DateTimeOffset.UnixEpoch,
        ChangeTime = DateTimeOffset.UnixEpoch,
    };

    // From the top down, so that each is there before what is in it.
    private static IEnumerable<string> FoldersOf(PackedFile file)
    {
        var path = file.IsFolder ? $"{file.Name}/" : file.Name;
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at >= 0; at = path.IndexOf('/', at + 1))
            yield return path[..at];
    }

    private static bool IsSame(string one, string other)
    {
        if (!File.Exists(other) || new FileInfo(one).Length != new FileInfo(other).Length)
            return false;

        using var first = File.OpenRead(one);
        using var second = File.OpenRead(other);
        return SHA256.HashData(first).AsSpan().SequenceEqual(SHA256.HashData(second));
    }
}
