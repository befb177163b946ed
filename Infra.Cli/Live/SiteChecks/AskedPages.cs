using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>Two answers that are often made by different parts of a site: the home page, and the one for what is not there.</summary>
internal static class AskedPages
{
    private static readonly IReadOnlyList<string> Targets = ["/", "/there-is-no-such-page"];

    /// <summary>Asks for them.</summary>
    /// <returns>What is wrong with the first wrong answer; none if all is well.</returns>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<string?> FirstWrongAsync(LiveSite site, Func<HttpReply, string?> wrong, CancellationToken cancellation)
    {
        foreach (var target in Targets)
        {
            var reply = await HttpExchange.GetAsync(site, target, cancellation);
            if ((reply.Silence ?? wrong(reply)) is { } fault)
                return $"{target}: {fault}";
        }

        return null;
    }
}
