using System.Globalization;
using System.Net.Security;

namespace Infra.Cli.Live.Tls;

/// <summary>What the numbers on the wire are called.</summary>
internal static class TlsNames
{
    public static string Of(TlsVersion version) => version switch
    {
        TlsVersion.Ssl30 => "SSL 3.0",
        TlsVersion.Tls10 => "TLS 1.0",
        TlsVersion.Tls11 => "TLS 1.1",
        TlsVersion.Tls12 => "TLS 1.2",
        TlsVersion.Tls13 => "TLS 1.3",
        _ => string.Create(CultureInfo.InvariantCulture, $"version {(ushort)version:x4}"),
    };

    public static string Of(TlsCipherSuite suite) =>
        KnownSuites.NameOf(suite) ?? string.Create(CultureInfo.InvariantCulture, $"cipher suite {(ushort)suite:x4}");

    public static string Of(NamedGroup group) =>
        Enum.IsDefined(group) ? group.ToString() : string.Create(CultureInfo.InvariantCulture, $"group {(ushort)group:x4}");

    /// <summary>The name of an alert that ends a handshake; see https://www.rfc-editor.org/rfc/rfc8446#section-6.</summary>
    public static string OfAlert(byte description) => description switch
    {
        0 => "close_notify",
        10 => "unexpected_message",
        40 => "handshake_failure",
        47 => "illegal_parameter",
        50 => "decode_error",
        70 => "protocol_version",
        71 => "insufficient_security",
        80 => "internal_error",
        86 => "inappropriate_fallback",
        112 => "unrecognized_name",
        115 => "unknown_psk_identity",
        _ => description.ToString(CultureInfo.InvariantCulture),
    };
}
