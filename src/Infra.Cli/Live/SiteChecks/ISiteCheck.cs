using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>Checks one claim from outside, with what any visitor may send.</summary>
internal interface ISiteCheck
{
    Claim Claim { get; }

    /// <summary>Asks the site.</summary>
    /// <exception cref="SiteUnreachableException">It can't be asked.</exception>
    Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation);
}
