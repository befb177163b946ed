using System.ComponentModel;
using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>The nginx that is installed on this machine.</summary>
/// <param name="Path">The program.</param>
/// <param name="Version">E.g. <c>1.28.0</c>.</param>
/// <param name="TypesFile">Its mime.types: what a file's content type is by its extension.</param>
internal sealed partial record NginxProgram(string Path, string Version, string TypesFile)
{
    private const int LongestDescription = 64 * 1024;

    // It may wait for something, be it that somebody reads what it writes elsewhere.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Debian puts nginx where only root's PATH leads.
    private static readonly string[] MorePlaces = ["/usr/sbin", "/usr/local/sbin"];

    /// <summary>Finds it; none when it is not installed.</summary>
    /// <param name="path">The folders to look in, as in the environment variable PATH.</param>
    /// <exception cref="InvalidUsageException">It is installed and not usable.</exception>
    public static NginxProgram? Find(string? path) =>
        ProgramPath.Find("nginx", ProgramPath.Folders(path).Concat(MorePlaces)) is { } program ? Described(program) : null;

    public override string ToString() => $"nginx {Version} ({Path})";

    private static NginxProgram Described(string program)
    {
        var text = BuildOf(program);
        if (VersionText().Match(text) is not { Success: true } version
            || ConfigurationPath().Match(text) is not { Success: true } configuration)
        {
            throw new InvalidUsageException(
                $"{program} -V must name its version and its configuration file, got: {LegibleText.Of(text.Trim())}");
        }

        var types = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(configuration.Groups["path"].Value)!, "mime.types");
        return File.Exists(types)
            ? new(program, version.Groups["version"].Value, types)
            : throw new InvalidUsageException(
                $"nginx must be installed with its list of content types, but there is no {types}; install nginx anew");
    }

    private static string BuildOf(string program)
    {
        try
        {
            using var process = StartedProgram.Start(program, ["-V"]);
            using var patience = new Timer(_ => process.Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
            var text = new char[LongestDescription];
            var length = process.StandardError.ReadBlock(text);
            process.Kill();
            return new(text, 0, length);
        }
        catch (Win32Exception error)
        {
            throw new InvalidUsageException($"{program} must be a program that can be started: {error.Message}");
        }
    }

    [GeneratedRegex(@"nginx/(?<version>\S+)")]
    private static partial Regex VersionText();

    [GeneratedRegex(@"--conf-path=(?<path>\S+)")]
    private static partial Regex ConfigurationPath();
}
