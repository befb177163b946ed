using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Shell;
using Infra.Packing;
using Infra.Site;

namespace Infra.Cli.Rehearsal.Content;

/// <summary>
/// The bucket's object with the site, and the AWS CLI by which servers ask for it: played by a folder and a shell script, which never
/// reaches AWS.
/// </summary>
/// <remarks>As S3 has it, an upload is there whole or not at all, and has a version.</remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class PlayedBucket : IAsyncDisposable
{
    private const string Kind = "bucket";

    // Every option of the two commands that a server uses has a value; what is left is the file to write to.
    private const string Cli = """
        #!/bin/sh
        set -eu
        cd "$(dirname "$0")/.."
        command="$1 $2"
        shift 2
        version=
        while [ $# -gt 1 ]; do
          [ "$1" != --version-id ] || version=$2
          shift 2
        done
        case $command in
        's3api head-object') cat newest ;;
        's3api get-object') cp "$version.tar" "$1" ;;
        *) echo "no such command here: $command" >&2; exit 252 ;;
        esac
        """;

    // What a server asks for may be the version before the newest.
    private const int Kept = 2;

    private readonly Lock _lock = new();
    private readonly GuardedFolder _folder = new(Kind);
    private readonly string _site;
    private readonly bool _needsStartPage;
    private int _version;
    private string? _hash;

    private PlayedBucket(string site, bool needsStartPage) => (_site, _needsStartPage) = (site, needsStartPage);

    /// <summary>The folder with the program <c>aws</c>.</summary>
    public string Programs => Path.Combine(_folder.Path, "bin");

    /// <summary>Makes one that has the site as it is now.</summary>
    /// <param name="site">The site's folder.</param>
    /// <param name="needsStartPage">Whether nothing else answers for it.</param>
    /// <exception cref="InvalidUsageException">The folder is none that <c>pulumi up</c> would upload.</exception>
    public static async Task<PlayedBucket> CreateAsync(string site, bool needsStartPage)
    {
        var bucket = new PlayedBucket(site, needsStartPage);
        try
        {
            Directory.CreateDirectory(bucket.Programs);
            bucket.WriteCli();
            bucket.Upload();
            return bucket;
        }
        catch
        {
            await bucket.DisposeAsync();
            throw;
        }
    }

    /// <summary>Uploads the site's folder as it is now.</summary>
    /// <returns>The version; none where it is the newest already, of which Pulumi makes no upload.</returns>
    /// <exception cref="InvalidUsageException">The folder is none that <c>pulumi up</c> would upload.</exception>
    public string? Upload()
    {
        var (before, version) = (_hash, Put(Files(), isWhole: true));
        return _hash == before ? null : version;
    }

    /// <summary>The same with a file of the rehearsal's own, by which it knows this version.</summary>
    /// <returns>The version and the file.</returns>
    /// <exception cref="InvalidUsageException">The folder is none that <c>pulumi up</c> would upload.</exception>
    public (string Version, SiteMark Mark) UploadMarked()
    {
        var mark = NewMark();
        return (Put([.. Files(), MarkFile(mark)], isWhole: true), mark);
    }

    /// <summary>Uploads half of an archive, with the SHA-256 of the whole: what a broken upload past S3's own checks would be.</summary>
    /// <returns>The version.</returns>
    /// <exception cref="InvalidUsageException">The folder is none that <c>pulumi up</c> would upload.</exception>
    public string UploadBroken() => Put([.. Files(), MarkFile(NewMark())], isWhole: false);

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private void WriteCli()
    {
        using var program = new StreamWriter(Path.Combine(Programs, "aws"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        });
        program.Write(Cli);
    }

    private IEnumerable<PackedFile> Files()
    {
        var (place, name) = (Path.GetDirectoryName(_site)!, Path.GetFileName(_site));
        return SiteFolder.TryLoad(place, name, out var folder, out var problems, _needsStartPage)
            ? folder.Packed
            : throw new InvalidUsageException(string.Join('\n', problems.Select(
                problem => $"the site {problem.Rule}, got {problem.Got}: {problem.Mend}")));
    }

    private static SiteMark NewMark() => new($"rehearsal-{Guid.NewGuid():N}.txt");

    private PackedFile MarkFile(SiteMark mark)
    {
        var file = Path.Combine(_folder.Path, "mark");
        File.WriteAllText(file, mark.Text);
        return new(mark.Name, file);
    }

    private string Put(IEnumerable<PackedFile> files, bool isWhole)
    {
        lock (_lock)
        {
            var version = NameOf(_version + 1);
            string hash;
            using (var archive = new FileStream(ArchiveOf(version), FileMode.Create, FileAccess.ReadWrite))
            {
                FolderArchive.Write(archive, files);
                archive.Position = 0;
                hash = Convert.ToHexStringLower(SHA256.HashData(archive));
                if (!isWhole)
                    archive.SetLength(archive.Length / 2);
            }

            if (isWhole && hash == _hash)
            {
                File.Delete(ArchiveOf(version));
                return NameOf(_version);
            }

            (_version, _hash) = (_version + 1, hash);
            var (next, newest) = (Path.Combine(_folder.Path, "next"), Path.Combine(_folder.Path, "newest"));
            File.WriteAllText(next, $"{version}\t{hash}\n");
            File.Move(next, newest, overwrite: true);
            File.Delete(ArchiveOf(NameOf(_version - Kept)));
            return version;
        }
    }

    private static string NameOf(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version}");

    private string ArchiveOf(string version) => Path.Combine(_folder.Path, $"{version}.tar");
}
