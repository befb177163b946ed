namespace Infra.LoadBalancing;

/// <summary>
/// The security policies a listener may have: TLS 1.2 or 1.3, forward secrecy and authenticated encryption only. They are the eight
/// that AWS Security Hub's control ELB.17 accepts, read on 2026-11-22 from
/// https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17.
/// </summary>
/// <remarks>
/// An allow-list, since the names mislead a pattern: <c>TLS13-1-0</c> means "TLS 1.3 down to 1.0". And always set, since what AWS
/// takes when a listener names none, <c>ELBSecurityPolicy-2016-08</c>, still speaks TLS 1.0.
/// </remarks>
public static class TlsPolicies
{
    /// <summary>TLS 1.3, and 1.2 for older clients; post-quantum key exchange where the client knows it. AWS recommends it.</summary>
    public const string Default = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    /// <summary>The policies that refuse TLS 1.2 as well, which shuts out clients from before about 2019.</summary>
    public static IReadOnlyList<string> Tls13Only { get; } =
    [
        "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
        "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
    ];

    /// <summary>Every policy that is accepted, the default first.</summary>
    public static IReadOnlyList<string> Allowed { get; } =
    [
        Default,
        "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
        .. Tls13Only,
    ];

    /// <summary>Whether a listener may have this policy.</summary>
    public static bool IsAllowed(string policy) => Allowed.Contains(policy, StringComparer.Ordinal);

    /// <summary>Whether a listener with this policy refuses TLS 1.2.</summary>
    public static bool IsTls13Only(string policy) => Tls13Only.Contains(policy, StringComparer.Ordinal);
}
