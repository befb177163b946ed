using System.Net.Security;
using System.Security.Authentication;
using Infra.Cli.Live.Tls;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>
/// AWS's security policies, read on 2026-11-22 from
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html: those that a stack of this project
/// may have, and some weaker ones, so that a broken stack shows.
/// </summary>
internal static class SecurityPolicies
{
    private const SslProtocols Tls12And13 = SslProtocols.Tls12 | SslProtocols.Tls13;

    private static readonly Dictionary<string, SecurityPolicy> Policies = new SecurityPolicy[]
    {
        new("ELBSecurityPolicy-TLS13-1-3-2021-06", SslProtocols.Tls13, CipherLists.Tls13),
        new("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", SslProtocols.Tls13, CipherLists.Tls13),
        new("ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04", SslProtocols.Tls13, CipherLists.Tls13Fips),
        new("ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09", SslProtocols.Tls13, CipherLists.Tls13Fips),
        new("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", Tls12And13, [.. CipherLists.Tls13, .. SecurityPolicySuites.Restricted]),
        new("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", Tls12And13, [.. CipherLists.Tls13, .. SecurityPolicySuites.Restricted]),
        new("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04", Tls12And13, [.. CipherLists.Tls13Fips, .. SecurityPolicySuites.Restricted]),
        new("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", Tls12And13, [.. CipherLists.Tls13Fips, .. SecurityPolicySuites.Restricted]),
        new("ELBSecurityPolicy-TLS13-1-2-2021-06", Tls12And13, [.. CipherLists.Tls13, .. CipherLists.ForwardSecret]),
        new("ELBSecurityPolicy-TLS13-1-0-2021-06", SecurityPolicy.Outdated | Tls12And13, [.. CipherLists.Tls13, .. CipherLists.Compatible]),
        new("ELBSecurityPolicy-2016-08", SecurityPolicy.Outdated | SslProtocols.Tls12, CipherLists.Compatible),
    }.ToDictionary(policy => policy.Name, StringComparer.Ordinal);

    /// <summary>The names of those that a rehearsal knows.</summary>
    public static IReadOnlyCollection<string> Names => Policies.Keys;

    /// <summary>Finds one by its name.</summary>
    /// <exception cref="InvalidUsageException">A rehearsal does not know it.</exception>
    public static SecurityPolicy Named(string name) => Policies.GetValueOrDefault(name)
        ?? throw new InvalidUsageException(
            $"the security policy of the HTTPS listener must be one of {string.Join(", ", Names)} to be rehearsed, got {name}");
}
