using System.Globalization;
using System.Numerics;

namespace Infra.Cli.Live.Tls;

/// <summary>Where the server's keys for the exchange are from, up to TLS 1.2: RFC 5246, 7.4.3, and RFC 8422, 5.4.</summary>
/// <param name="Hello">What it has chosen before.</param>
/// <param name="Curve">The curve, if it is one with a name.</param>
/// <param name="FieldBits">How many bits the prime of the finite field has, if it is one.</param>
internal sealed record ServerKeys(ServerHello Hello, NamedGroup? Curve, long? FieldBits)
{
    private const int FewestFieldBits = 2048;
    private const byte NamedCurve = 3;

    /// <summary>Whether it is one that nobody should use any more.</summary>
    public bool IsWeak =>
        FieldBits is { } bits ? bits < FewestFieldBits : Curve is not { } curve || OfferedGroups.WeakCurves.Contains(curve);

    /// <summary>It in words.</summary>
    public string Shown =>
        FieldBits is { } bits ? string.Create(CultureInfo.InvariantCulture, $"a finite field of {bits} bits")
        : Curve is { } curve ? TlsNames.Of(curve)
        : "a curve of its own making";

    /// <summary>Reads the body of the message.</summary>
    /// <returns>None for a suite that has another form of it.</returns>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static ServerKeys? Parse(ServerHello hello, ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        if (KnownSuites.HasHint(hello.CipherSuite))
            reader.Take(reader.Number());
        if (KnownSuites.FiniteField.Contains(hello.CipherSuite))
            return new(hello, null, BitsOf(reader.Take(reader.Number())));
        if (!KnownSuites.EllipticCurve.Contains(hello.CipherSuite))
            return null;
        return new(hello, reader.Byte() == NamedCurve ? (NamedGroup)reader.Number() : null, null);
    }

    private static long BitsOf(ReadOnlySpan<byte> prime) => new BigInteger(prime, isUnsigned: true, isBigEndian: true).GetBitLength();
}
