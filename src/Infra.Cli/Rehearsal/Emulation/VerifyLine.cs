using System.Globalization;
using Infra.Cli.Live;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>The command line that verifies a rehearsal from outside, to be pasted into a shell.</summary>
internal static class VerifyLine
{
    /// <summary>Writes it.</summary>
    /// <param name="site">The rehearsed site.</param>
    /// <param name="certificateFile">Its certificate, in PEM.</param>
    public static string Of(LiveSite site, string certificateFile)
    {
        IEnumerable<string> words =
        [
            .. OwnProgram.Words, "verify", site.Url.GetLeftPart(UriPartial.Authority),
            .. site.HttpPort is { } http ? ["--http-port", http.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            "--ca", certificateFile,
            .. site.HealthPath == LiveSite.DefaultHealthPath ? Array.Empty<string>() : ["--health-path", site.HealthPath],
            .. site.IsTls13Only ? ["--tls13-only"] : Array.Empty<string>(),
        ];
        return string.Join(' ', words.Select(Quoted));
    }

    /// <summary>A word as a POSIX shell takes it, whatever is in it.</summary>
    public static string Quoted(string word) =>
        word.Length > 0
        && word.All(character =>
            char.IsAsciiLetterOrDigit(character) || "-_./:=@%+,".Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
