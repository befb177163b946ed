using static Infra.Cli.Live.Tls.NamedGroup;

namespace Infra.Cli.Live.Tls;

/// <summary>Groups for the key exchange that the probes offer, by their kinds.</summary>
internal static class OfferedGroups
{
    /// <summary>Curves of 256 bits or more over prime fields, the most common first.</summary>
    public static IReadOnlyList<NamedGroup> Curves { get; } =
    [
        X25519, Secp256r1, Secp384r1, Secp521r1, X448, BrainpoolP256r1, BrainpoolP384r1, BrainpoolP512r1,
        BrainpoolP256r1Tls13, BrainpoolP384r1Tls13, BrainpoolP512r1Tls13, Secp256k1,
    ];

    /// <summary>
    /// Curves below 256 bits, those over binary fields, and those that the server makes up. RFC 8422 (5.1.1) has none of them any more.
    /// </summary>
    public static IReadOnlyList<NamedGroup> WeakCurves { get; } =
    [
        Secp224r1, Secp224k1, Secp192r1, Secp192k1, Secp160r1, Secp160r2, Secp160k1,
        Sect571r1, Sect571k1, Sect409r1, Sect409k1, Sect283r1, Sect283k1, Sect239k1, Sect233r1, Sect233k1,
        Sect193r1, Sect193r2, Sect163r1, Sect163r2, Sect163k1, ExplicitPrimeCurve, ExplicitBinaryCurve,
    ];

    /// <summary>Finite fields with a name: RFC 7919. All have 2048 bits or more.</summary>
    public static IReadOnlyList<NamedGroup> FiniteFields { get; } = [Ffdhe2048, Ffdhe3072, Ffdhe4096, Ffdhe6144, Ffdhe8192];

    /// <summary>A curve and a key exchange that a quantum computer does not break either.</summary>
    public static IReadOnlyList<NamedGroup> Hybrids { get; } = [X25519MLKEM768, Secp256r1MLKEM768, Secp384r1MLKEM1024];
}
