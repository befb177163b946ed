namespace Infra.Cli.Live.SiteChecks;

/// <summary>
/// The strong algorithms of certificates, by their object identifiers: https://oidref.com has their names. What is not here is older, or
/// nobody's.
/// </summary>
internal static class StrongAlgorithms
{
    // Keys that have one size each: Ed25519, Ed448, and ML-DSA with its three, RFC 8410 and RFC 9881. They sign by their own names.
    private static readonly IReadOnlyList<string> Sized =
        ["1.3.101.112", "1.3.101.113", "2.16.840.1.101.3.4.3.17", "2.16.840.1.101.3.4.3.18", "2.16.840.1.101.3.4.3.19"];

    // SHA-2 and SHA-3, alone and with RSA and ECDSA.
    private static readonly HashSet<string> Signatures =
    [
        "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.113549.1.1.14",
        "1.2.840.10045.4.3.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
        "2.16.840.1.101.3.4.3.9", "2.16.840.1.101.3.4.3.10", "2.16.840.1.101.3.4.3.11", "2.16.840.1.101.3.4.3.12",
        "2.16.840.1.101.3.4.3.13", "2.16.840.1.101.3.4.3.14", "2.16.840.1.101.3.4.3.15", "2.16.840.1.101.3.4.3.16",
        "2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3",
        "2.16.840.1.101.3.4.2.4", "2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.2.10",
        .. Sized,
    ];

    /// <summary>Whether a key of this kind is strong, whatever it is: the kind has one size.</summary>
    public static bool IsSizedKey(string? name) => Sized.Contains(name);

    /// <summary>Whether a signature by this algorithm, or by RSA-PSS with this hash, is strong.</summary>
    public static bool Signs(string name) => Signatures.Contains(name);
}
