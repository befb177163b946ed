using System.Net.Security;
using Infra.LoadBalancing;
using static System.Net.Security.TlsCipherSuite;

namespace Infra.Cli.Live.Tls;

/// <summary>
/// What a security policy of AWS's declares, of those that a stack may have; read on 2026-11-22 from
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html.
/// </summary>
internal static class SecurityPolicySuites
{
    /// <summary>What a policy with TLS 1.2 lets clients have of it, FIPS or not: forward secrecy, authenticated encryption.</summary>
    public static IReadOnlyList<TlsCipherSuite> Restricted { get; } =
    [
        TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
    ];

    /// <summary>The suites of TLS 1.2 that a policy declares; none known for one that no stack may have.</summary>
    public static IReadOnlyList<TlsCipherSuite>? OfTls12(string policy) =>
        TlsPolicies.IsTls13Only(policy) ? []
        : TlsPolicies.IsAllowed(policy) ? Restricted
        : null;

    /// <summary>Whether it promises a key exchange that a quantum computer does not break: X25519MLKEM768 and two others.</summary>
    public static bool IsPostQuantum(string policy) => policy.Contains("-PQ-", StringComparison.Ordinal);
}
