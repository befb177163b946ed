using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>
/// Answers that are often made by different parts of a site: the home page with what redirects to it, the one for what is not there,
/// and plain HTTP's.
/// </summary>
internal static class AskedPages
{
    private const string Missing = "/there-is-no-such-page";

    /// <summary>Asks for those over HTTPS.</summary>
    /// <returns>What is wrong with the first wrong answer; none if all is well.</returns>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<string?> FirstWrongAsync(LiveSite site, Func<HttpReply, string?> wrong, CancellationToken cancellation)
    {
        var way = await FrontPage.OfAsync(site, withBodies: false, cancellation);
        foreach (var step in way.Steps)
        {
            if (Fault(step.Page.Head, wrong) is { } fault)
                return $"{step.Url.PathAndQuery}: {fault}";
        }

        return Fault(await HttpExchange.GetAsync(site, Missing, cancellation), wrong) is { } missing ? $"{Missing}: {missing}" : null;
    }

    /// <summary>Asks for those, and for plain HTTP's where that is.</summary>
    /// <returns>As above.</returns>
    /// <exception cref="SiteUnreachableException">As above.</exception>
    public static async Task<string?> FirstWrongOfAllAsync(LiveSite site, Func<HttpReply, string?> wrong, CancellationToken cancellation)
    {
        if (await FirstWrongAsync(site, wrong, cancellation) is { } fault)
            return fault;
        if (site.HttpPort is not { } port)
            return null;

        foreach (var target in new[] { "/", Missing })
        {
            var request = HttpExchange.Request("GET", HttpExchange.HostField(site, port, LiveSite.DefaultHttpPort), target);
            if (await PlainAsync(site, port, request, cancellation) is { Silence: null } reply && wrong(reply) is { } plain)
                return $"http {target}: {plain}";
        }

        return null;
    }

    private static string? Fault(HttpReply reply, Func<HttpReply, string?> wrong) => reply.Silence ?? wrong(reply);

    // What does not answer at all is another claim's.
    private static async Task<HttpReply?> PlainAsync(LiveSite site, int port, string request, CancellationToken cancellation)
    {
        try
        {
            return await HttpExchange.PlainAsync(site, port, request, cancellation);
        }
        catch (SiteUnreachableException)
        {
            return null;
        }
    }
}
