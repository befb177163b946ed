using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R2: plain HTTP is only good for a redirect.</summary>
internal sealed class RedirectCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R2",
        "plain HTTP answers only with a 301 or 308 to the same host, path and query over HTTPS, or refuses what no browser sends",
        "that requests other than those tried are redirected, or that a host that is asked for by name is the site's");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        if (site.HttpPort is not { } port)
            return Finding.NotChecked("the URL names a port of its own, so --http-port must say where plain HTTP is");

        var visits = PlainVisits.Of(site, port);
        foreach (var visit in visits)
        {
            if (await WrongAsync(site, port, visit, cancellation) is { } wrong)
                return Finding.Fail(wrong);
        }

        return Finding.Pass(string.Create(CultureInfo.InvariantCulture, $"{visits.Count} of {visits.Count} requests answered so"));
    }

    private static async Task<string?> WrongAsync(LiveSite site, int port, PlainVisit visit, CancellationToken cancellation)
    {
        try
        {
            var reply = await HttpExchange.PlainAsync(site, port, visit.Request, cancellation);
            return visit.Accepts(reply, site.Declared?.RedirectStatus) ? null : $"{visit.Shown}: {reply.Shown}";
        }
        catch (SiteUnreachableException refused) when (refused.IsRefused)
        {
            // The host is there, since HTTPS answers: its visitors over HTTP are turned away.
            return refused.Message;
        }
    }
}
