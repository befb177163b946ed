using System.Text.RegularExpressions;
using Infra.Cli.Shell;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Content;

/// <summary>
/// Moves the program by which a server takes the newest site to this machine: into the folder that stands for the server's root directory,
/// which is to be its working directory, and to the port at which the server's nginx answers. Every other byte stays.
/// </summary>
internal static partial class LocalUpdater
{
    /// <summary>Moves it.</summary>
    /// <param name="program">The program that the user data writes.</param>
    /// <param name="address">Where nginx answers here.</param>
    /// <exception cref="InvalidUsageException">It names a place that can't be moved.</exception>
    public static string Of(string program, Uri address)
    {
        // The certificate is one that the server has made for itself.
        var insecure = address.Scheme == Uri.UriSchemeHttps ? "--insecure " : "";
        var moved = program
            .Replace($"'{SiteUpdater.Releases}'", $"\"$PWD{SiteUpdater.Releases}\"", StringComparison.Ordinal)
            .Replace($"'{NginxConfiguration.SiteFolder}'", $"\"$PWD{NginxConfiguration.SiteFolder}\"", StringComparison.Ordinal)
            .Replace($"> {SiteUpdater.ReleaseFile}", $"> \"$PWD{SiteUpdater.ReleaseFile}\"", StringComparison.Ordinal)
            .Replace(
                "\"http://localhost$path\"", $"{insecure}\"{address.GetLeftPart(UriPartial.Authority)}$path\"", StringComparison.Ordinal);
        return moved.Split('\n').FirstOrDefault(line => Elsewhere().IsMatch(line)) is not { } line
            ? moved
            : throw new InvalidUsageException(
                $"{SiteUpdater.Program} must name only places that a rehearsal can move to this machine, got: {line.Trim()}");
    }

    [GeneratedRegex("""(?<!\$PWD)(?<=[\s"'=>])/(usr|etc|var|srv|run|opt|home|root|tmp|boot)\b|//localhost""")]
    private static partial Regex Elsewhere();
}
