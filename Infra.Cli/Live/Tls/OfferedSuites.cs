using System.Net.Security;
using static System.Net.Security.TlsCipherSuite;

namespace Infra.Cli.Live.Tls;

/// <summary>What the probes offer.</summary>
internal static class OfferedSuites
{
    /// <summary>All of TLS 1.3.</summary>
    public static IReadOnlyList<TlsCipherSuite> Tls13 { get; } =
        [TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384, TLS_CHACHA20_POLY1305_SHA256];

    /// <summary>Of TLS 1.2, forward secret and authenticated.</summary>
    public static IReadOnlyList<TlsCipherSuite> Strong { get; } =
    [
        TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, TLS_DHE_RSA_WITH_AES_256_GCM_SHA384,
    ];

    /// <summary>AES in CBC mode, open to padding oracles.</summary>
    public static IReadOnlyList<TlsCipherSuite> Cbc { get; } =
    [
        TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
        TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384,
        TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
        TLS_DHE_RSA_WITH_AES_128_CBC_SHA, TLS_DHE_RSA_WITH_AES_256_CBC_SHA,
        TLS_DHE_RSA_WITH_AES_128_CBC_SHA256, TLS_DHE_RSA_WITH_AES_256_CBC_SHA256,
    ];

    /// <summary>3DES, whose blocks are too short.</summary>
    public static IReadOnlyList<TlsCipherSuite> TripleDes { get; } =
    [
        TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA, TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA,
        TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA,
    ];

    /// <summary>RC4, which is broken: RFC 7465.</summary>
    public static IReadOnlyList<TlsCipherSuite> Rc4 { get; } =
    [
        TLS_ECDHE_ECDSA_WITH_RC4_128_SHA, TLS_ECDHE_RSA_WITH_RC4_128_SHA,
        TLS_RSA_WITH_RC4_128_SHA, TLS_RSA_WITH_RC4_128_MD5,
    ];

    /// <summary>Keys encrypted with the certificate's: whoever gets that one reads all that was recorded before.</summary>
    public static IReadOnlyList<TlsCipherSuite> StaticRsa { get; } =
    [
        TLS_RSA_WITH_AES_128_GCM_SHA256, TLS_RSA_WITH_AES_256_GCM_SHA384,
        TLS_RSA_WITH_AES_128_CBC_SHA256, TLS_RSA_WITH_AES_256_CBC_SHA256,
        TLS_RSA_WITH_AES_128_CBC_SHA, TLS_RSA_WITH_AES_256_CBC_SHA,
    ];

    /// <summary>What clients of the versions before TLS 1.2 have.</summary>
    public static IReadOnlyList<TlsCipherSuite> Old { get; } = [.. Cbc, .. StaticRsa, .. TripleDes, .. Rc4];
}
