using Infra.LoadBalancing;
using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>What stands between the internet and the servers.</summary>
public sealed record LoadBalancerSettings
{
    /// <summary>Where encryption ends. By default at the load balancer.</summary>
    public required TlsMode TlsMode { get; init; }

    /// <summary>One of <see cref="TlsPolicies.Allowed"/>; <see cref="TlsPolicies.Default"/> by default.</summary>
    public required string TlsPolicy { get; init; }

    /// <summary>How long a server that leaves may finish its requests: 0 seconds to 2 minutes, 30 seconds by default.</summary>
    public required TimeSpan DeregistrationDelay { get; init; }

    /// <summary>Whether AWS WAF stands before the load balancer. By default it does not.</summary>
    public required bool Waf { get; init; }

    /// <summary>
    /// The requests in 5 minutes above which WAF blocks an address: 10 to 2,000,000,000, and 2,000 by default. No effect without
    /// <see cref="Waf"/>.
    /// </summary>
    public required int WafRateLimit { get; init; }

    internal static LoadBalancerSettings Read(SettingsReader reader) => new()
    {
        TlsMode = reader.Value(LoadBalancerCatalogue.TlsMode),
        TlsPolicy = reader.Value(LoadBalancerCatalogue.TlsPolicy),
        DeregistrationDelay = reader.Value(LoadBalancerCatalogue.DeregistrationDelay),
        Waf = reader.Value(LoadBalancerCatalogue.Waf),
        WafRateLimit = reader.Value(LoadBalancerCatalogue.WafRateLimit),
    };
}
