using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Shell;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Content;

/// <summary>The site of one server, as the program of the user data takes it from the bucket.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FollowedSite
{
    private const string ProgramFile = "update-site";

    // Before the user's own programs, so that the AWS CLI is the played one.
    private const string Run = """
        PATH=$1:$PATH
        export PATH
        exec bash "$2" </dev/null
        """;

    private static readonly string[] Needed = ["bash", "curl", "tar", "sha256sum", "readlink", "mktemp", "find"];

    private readonly PlayedBucket _bucket;
    private readonly string _root;

    /// <summary>Writes the program.</summary>
    /// <param name="bucket">Where the site is.</param>
    /// <param name="root">The folder that stands for the server's root directory.</param>
    /// <param name="program">The program that the user data writes.</param>
    /// <param name="address">Where the server's nginx answers.</param>
    /// <exception cref="InvalidUsageException">The program can't be moved to this machine.</exception>
    public FollowedSite(PlayedBucket bucket, string root, string program, Uri address)
    {
        (_bucket, _root) = (bucket, root);
        Directory.CreateDirectory($"{root}{SiteUpdater.Releases}");
        Directory.CreateDirectory(Path.GetDirectoryName($"{root}{SiteUpdater.ReleaseFile}")!);
        File.WriteAllText(Path.Combine(root, ProgramFile), LocalUpdater.Of(program, address));
    }

    /// <summary>Whether this machine can run the program: it is written for Linux, with GNU's tools.</summary>
    public static bool IsPossible => OperatingSystem.IsLinux() && Needed.All(name => ProgramPath.Find(name) is not null);

    /// <summary>Whether there is a site to serve.</summary>
    public bool Exists => Directory.Exists($"{_root}{NginxConfiguration.SiteFolder}");

    /// <summary>Runs the program once, as the server's timer does.</summary>
    /// <returns>What it says; none where there was nothing new.</returns>
    public async Task<string?> UpdateAsync(CancellationToken cancellation)
    {
        await using var process = ChildProcess.Start(
            "/bin/sh",
            ["-c", Run, ProgramFile, _bucket.Programs, ProgramFile],
            new Dictionary<string, string>(),
            new(_root, _ => true));
        var words = await process.Ended.WaitAsync(cancellation);
        return words.Split('\n')[^1] is { Length: > 0 } last ? LegibleText.Of(last) : null;
    }
}
