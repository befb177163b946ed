using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R5: what the load balancer asks each server, asked through the load balancer.</summary>
internal sealed class HealthPathCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        "R5",
        "the health path answers 200",
        "that the load balancer asks for it, or how often: infra check and infra rehearse do");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var reply = await HttpExchange.GetAsync(site, site.HealthPath, cancellation);
        return Finding.Of(reply.Status == 200, $"{site.HealthPath}: {reply.Shown}");
    }
}
