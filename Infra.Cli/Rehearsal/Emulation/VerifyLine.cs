using System.Globalization;
using Infra.Cli.Live;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.WebServers;
using Infra.LoadBalancing;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>The command line that verifies a rehearsal from outside, to be pasted into a shell.</summary>
internal static class VerifyLine
{
    /// <summary>Writes it.</summary>
    /// <param name="declared">What is rehearsed.</param>
    /// <param name="balancer">Its load balancer.</param>
    /// <param name="certificateFile">The load balancer's certificate, in PEM.</param>
    public static string Of(DeclaredStack declared, LocalLoadBalancer balancer, string certificateFile)
    {
        var path = declared.TargetGroup.HealthCheck.Path;
        IEnumerable<string> words =
        [
            .. OwnProgram.Words, "verify", balancer.HttpsUrl.GetLeftPart(UriPartial.Authority),
            .. balancer.HttpUrl is { } http ? ["--http-port", http.Port.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            "--ca", certificateFile,
            .. path == LiveSite.DefaultHealthPath ? Array.Empty<string>() : ["--health-path", path],
            .. TlsPolicies.IsTls13Only(declared.LoadBalancer.Https.TlsPolicy ?? "") ? ["--tls13-only"] : Array.Empty<string>(),
        ];
        return string.Join(' ', words.Select(Quoted));
    }

    /// <summary>A word as a POSIX shell takes it, whatever is in it.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "-_./:=@%+,".Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
