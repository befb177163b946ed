using System.Net.Security;

namespace Infra.Cli.Live.Tls;

/// <summary>
/// Every cipher suite that TLS 1.2 and the versions before it may agree on: those of IANA's list, which the framework's names are, and
/// some that browsers and servers had before they were on it, or instead.
/// </summary>
internal static class KnownSuites
{
    // Drafts, Netscape's and Russia's; see https://www.iana.org/assignments/tls-parameters and the sources of OpenSSL and NSS.
    private static readonly Dictionary<ushort, string> OffTheList = new()
    {
        [0x001C] = "SSL_FORTEZZA_KEA_WITH_NULL_SHA",
        [0x001D] = "SSL_FORTEZZA_KEA_WITH_FORTEZZA_CBC_SHA",
        [0x0060] = "TLS_RSA_EXPORT1024_WITH_RC4_56_MD5",
        [0x0061] = "TLS_RSA_EXPORT1024_WITH_RC2_CBC_56_MD5",
        [0x0062] = "TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA",
        [0x0063] = "TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA",
        [0x0064] = "TLS_RSA_EXPORT1024_WITH_RC4_56_SHA",
        [0x0065] = "TLS_DHE_DSS_EXPORT1024_WITH_RC4_56_SHA",
        [0x0066] = "TLS_DHE_DSS_WITH_RC4_128_SHA",
        [0x0080] = "TLS_GOSTR341094_WITH_28147_CNT_IMIT",
        [0x0081] = "TLS_GOSTR341001_WITH_28147_CNT_IMIT",
        [0x0082] = "TLS_GOSTR341094_WITH_NULL_GOSTR3411",
        [0x0083] = "TLS_GOSTR341001_WITH_NULL_GOSTR3411",
        [0xC100] = "TLS_GOSTR341112_256_WITH_KUZNYECHIK_CTR_OMAC",
        [0xC101] = "TLS_GOSTR341112_256_WITH_MAGMA_CTR_OMAC",
        [0xC102] = "TLS_GOSTR341112_256_WITH_28147_CNT_IMIT",
        [0xCC13] = "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 (draft)",
        [0xCC14] = "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 (draft)",
        [0xCC15] = "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256 (draft)",
        [0xE011] = "TLS_ECC_SM4_CBC_SM3",
        [0xE013] = "TLS_ECC_SM4_GCM_SM3",
        [0xFEFE] = "SSL_RSA_FIPS_WITH_DES_CBC_SHA",
        [0xFEFF] = "SSL_RSA_FIPS_WITH_3DES_EDE_CBC_SHA",
        [0xFF00] = "TLS_GOSTR341001_WITH_MD5_28147",
        [0xFF85] = "TLS_GOSTR341112_256_WITH_28147_CNT_IMIT (draft)",
    };

    /// <summary>All of them, the strong ones first. Those of TLS 1.3 have another meaning: RFC 8446, B.4.</summary>
    public static IReadOnlyList<TlsCipherSuite> All { get; } =
    [
        .. Enum.GetValues<TlsCipherSuite>()
            .Except(OfferedSuites.Tls13)
            .Concat(OffTheList.Keys.Select(number => (TlsCipherSuite)number))
            .Distinct()
            .OrderByDescending(IsStrong),
    ];

    /// <summary>Those that are strong by what they do.</summary>
    public static IReadOnlyList<TlsCipherSuite> Strong { get; } = [.. All.Where(IsStrong)];

    /// <summary>Those that are not.</summary>
    public static IReadOnlyList<TlsCipherSuite> Weak { get; } = [.. All.Where(suite => !IsStrong(suite))];

    /// <summary>Those whose keys come from a finite field that the server shows: RFC 5246, 7.4.3.</summary>
    public static IReadOnlyList<TlsCipherSuite> FiniteField { get; } =
        [.. All.Where(suite => Exchanges(suite, "TLS_DHE_", "TLS_DH_anon_", "TLS_PSK_DHE_"))];

    /// <summary>Those whose keys come from a curve that the server names: RFC 8422, 5.4.</summary>
    public static IReadOnlyList<TlsCipherSuite> EllipticCurve { get; } =
        [.. All.Where(suite => Exchanges(suite, "TLS_ECDHE_", "TLS_ECDH_anon_"))];

    /// <summary>Whether the server's keys have a hint in front, which of the shared ones it means: RFC 4279, 3.</summary>
    public static bool HasHint(TlsCipherSuite suite) => NameOf(suite)?.Contains("PSK_", StringComparison.Ordinal) == true;

    /// <summary>Its name; none for one that is not known.</summary>
    public static string? NameOf(TlsCipherSuite suite) =>
        Enum.IsDefined(suite) ? suite.ToString() : OffTheList.GetValueOrDefault((ushort)suite);

    /// <summary>
    /// Whether the keys are forward secret, the server shows a certificate of RSA or ECDSA, and what is sent is encrypted and
    /// authenticated at once.
    /// </summary>
    public static bool IsStrong(TlsCipherSuite suite) =>
        Exchanges(suite, "TLS_ECDHE_ECDSA_WITH_", "TLS_ECDHE_RSA_WITH_", "TLS_DHE_RSA_WITH_")
        && NameOf(suite)!.Split('_').Any(word => word is "GCM" or "CCM" or "POLY1305")
        && Enum.IsDefined(suite);

    private static bool Exchanges(TlsCipherSuite suite, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (NameOf(suite)!.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
