using System.Buffers.Binary;

namespace Infra.Cli.Rehearsal.Drill;

/// <summary>
/// The first message of a client that speaks TLS 1.1 and nothing newer: RFC 4346, section 7.4.1.2. Written out because this machine's
/// OpenSSL would refuse to speak it, and a refusal by the client says nothing of the server.
/// </summary>
internal static class ClientHello
{
    // A ServerHello, in answer to a version that the server speaks; anything else is an alert.
    private const byte HandshakeRecord = 22;

    private const ushort Tls11 = 0x0302;

    // ECDHE and plain RSA with AES-CBC, as TLS 1.1 had them; curves P-256 and x25519, uncompressed points.
    private static ReadOnlySpan<byte> CipherSuites => [0xC0, 0x13, 0xC0, 0x14, 0xC0, 0x09, 0xC0, 0x0A, 0x00, 0x2F, 0x00, 0x35];

    private static ReadOnlySpan<byte> Extensions => [0x00, 0x0A, 0x00, 0x06, 0x00, 0x04, 0x00, 0x17, 0x00, 0x1D, 0x00, 0x0B, 0x00, 0x02, 0x01, 0x00];

    /// <summary>The bytes to send.</summary>
    public static byte[] OfTls11()
    {
        byte[] random = new byte[32];
        byte[] body =
        [
            .. Number(Tls11), .. random, 0,
            .. Number((ushort)CipherSuites.Length), .. CipherSuites,
            1, 0,
            .. Number((ushort)Extensions.Length), .. Extensions,
        ];
        byte[] handshake = [1, 0, .. Number((ushort)body.Length), .. body];
        return [HandshakeRecord, .. Number(Tls11), .. Number((ushort)handshake.Length), .. handshake];
    }

    /// <summary>Whether the first byte of the server's answer says that it goes on with the handshake.</summary>
    public static bool IsAccepted(byte answer) => answer == HandshakeRecord;

    private static byte[] Number(ushort value)
    {
        var bytes = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }
}
