using Infra.Cli.Live.Http;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>The way from a site's root to the page that visitors see: along redirects, as a browser goes, but never off the site.</summary>
internal sealed class FrontPage
{
    // Where browsers give up as well.
    private const int MostRedirects = 20;

    private readonly LiveSite _site;
    private readonly bool _withBodies;
    private readonly List<Step> _steps = [];

    private FrontPage(LiveSite site, bool withBodies) => (_site, _withBodies) = (site, withBodies);

    /// <summary>The answers on the way, the page last.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Why it leads nowhere; none if it has an end.</summary>
    public string? Fault { get; private set; }

    /// <summary>Where it leaves the site; none if it stays. Who is asked about one site asks no other, whatever that one answers.</summary>
    public string? Elsewhere { get; private set; }

    /// <summary>The way, for a report.</summary>
    public string Shown => string.Join(" to ", _steps.Select(step => Place(step.Url)).DefaultIfEmpty("/"));

    /// <summary>Goes along it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="withBodies">Whether to read more than the heads of the answers.</param>
    /// <param name="cancellation">Breaks it off; what was seen until then stays.</param>
    /// <exception cref="SiteUnreachableException">There is no connection to be had to the site itself.</exception>
    public static async Task<FrontPage> OfAsync(LiveSite site, bool withBodies, CancellationToken cancellation)
    {
        var way = new FrontPage(site, withBodies);
        await way.GoAsync(cancellation);
        return way;
    }

    /// <summary>The same, for at most as long as the site has to answer.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had to the site itself.</exception>
    public static async Task<FrontPage> InTimeAsync(LiveSite site, CancellationToken cancellation)
    {
        using var patience = Patience.Of(site, cancellation);
        var way = new FrontPage(site, withBodies: true);
        try
        {
            await way.GoAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            way.Fault = $"not there, whole, within {Patience.Text(site)}";
        }

        return way;
    }

    private async Task GoAsync(CancellationToken cancellation)
    {
        var next = _site.Url;
        while (true)
        {
            var page = await AskAsync(next, cancellation);
            _steps.Add(new(next, page));
            if (page.Head.Status == _site.FrontStatus || !IsRedirect(page.Head))
                return;
            if (Target(next, page.Head) is not { } target)
                return;
            if (_steps.Exists(step => step.Url == target))
                Fault = $"redirected in a circle, to {Place(target)}";
            else if (_steps.Count > MostRedirects)
                Fault = $"more than {MostRedirects} redirects";
            else if (!IsHere(target))
                Elsewhere = $"redirected to {Place(target)}, which is not this site and not asked: verify it by its own name";
            if (Fault is not null || Elsewhere is not null)
                return;
            next = target;
        }
    }

    private Uri? Target(Uri from, HttpReply reply)
    {
        if (!Uri.TryCreate(from, reply.Header("Location"), out var target))
            Fault = $"{reply.Shown}, which is no URL";
        else if (target.Scheme != Uri.UriSchemeHttps)
            Fault = $"{reply.Shown}, which is not HTTPS";
        else
            return target;
        return null;
    }

    private async Task<HttpPage> AskAsync(Uri url, CancellationToken cancellation)
    {
        var request = HttpExchange.Request("GET", HttpExchange.HostField(_site, url.Port, 443), url.PathAndQuery);
        if (_withBodies)
            return await HttpExchange.SecurePageAsync(_site, request, cancellation);
        return new(await HttpExchange.SecureAsync(_site, request, cancellation), "", null);
    }

    // Another port is another place, too: whoever has the name may lead it to any machine, and would choose whom there this one asks.
    private bool IsHere(Uri url) => url.IdnHost == _site.Host && url.Port == _site.Url.Port;

    private string Place(Uri url) => LegibleText.Of(IsHere(url) ? url.PathAndQuery : url.AbsoluteUri);

    private static bool IsRedirect(HttpReply reply) =>
        reply.Status is 301 or 302 or 303 or 307 or 308 && reply.Header("Location") is not null;

    /// <summary>One answer on the way.</summary>
    /// <param name="Url">Of what.</param>
    /// <param name="Page">What came.</param>
    internal sealed record Step(Uri Url, HttpPage Page);
}
