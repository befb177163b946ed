using System.Net.Security;
using static System.Net.Security.TlsCipherSuite;

namespace Infra.Cli.Live.Tls;

/// <summary>What the probes offer of TLS 1.3, and what a security policy lets clients have of TLS 1.2.</summary>
internal static class OfferedSuites
{
    /// <summary>All of TLS 1.3.</summary>
    public static IReadOnlyList<TlsCipherSuite> Tls13 { get; } =
        [TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384, TLS_CHACHA20_POLY1305_SHA256, TLS_AES_128_CCM_SHA256, TLS_AES_128_CCM_8_SHA256];
}
