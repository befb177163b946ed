using Infra.Cli.Live;
using Infra.Cli.Live.SiteChecks;

namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>What checks find, as a text.</summary>
internal static class Found
{
    public static async Task<string> ByAsync(ISiteCheck check, LiveSite site)
    {
        var finding = await SiteCheck.FindAsync(check, site, CancellationToken.None);
        return $"{finding.Outcome}: {finding.Seen}";
    }

    /// <summary>Of a site that answers so over HTTPS and plain HTTP.</summary>
    public static async Task<string> ByAsync(ISiteCheck check, Func<string, string> secure, Func<string, string>? plain = null)
    {
        await using var site = PlayedSite.Answering(secure, plain);
        return await ByAsync(check, site.Site);
    }

    /// <summary>An answer with a status and header fields.</summary>
    public static string Answer(int status, string fields = "A: b") =>
        $"HTTP/1.1 {status} As Told\r\n{fields}\r\nContent-Length: 2\r\n\r\nok";

    public static string Target(string request) => request.Split(' ')[1];
}
