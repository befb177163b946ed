using System.Buffers.Binary;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text;

namespace Infra.Cli.Live.Tls;

/// <summary>
/// The first message of a client, for one version and nothing newer. Written out because this machine's OpenSSL would refuse to offer
/// most of what a server must refuse, and a refusal by the client says nothing of the server. See RFC 6101 and RFC 4346 (7.4.1.2),
/// RFC 5246 (7.4.1.2) and RFC 8446 (4.1.2).
/// </summary>
internal sealed record ClientHello(TlsVersion Version, IReadOnlyList<TlsCipherSuite> CipherSuites)
{
    private const ushort ServerNameExtension = 0;
    private const ushort SupportedGroups = 10;
    private const ushort PointFormats = 11;
    private const ushort SignatureAlgorithms = 13;
    private const ushort ExtendedMainSecret = 23;
    private const ushort SupportedVersions = 43;
    private const ushort KeyShare = 51;
    private const ushort RenegotiationInfo = 0xFF01;

    // ECDSA, RSA-PSS, RSA-PKCS1 and DSA with SHA-256, 384 and 512, Ed25519 and Ed448; and with SHA-224, SHA-1 and MD5, without which old
    // servers refuse what they would give an old client.
    private static readonly IReadOnlyList<ushort> Signatures =
    [
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x081A, 0x081B, 0x081C,
        0x0401, 0x0501, 0x0601, 0x0402, 0x0502, 0x0602, 0x0303, 0x0301, 0x0302, 0x0203, 0x0201, 0x0202, 0x0101,
    ];

    /// <summary>The name that the server is asked by; none for an address.</summary>
    public string? ServerName { get; init; }

    /// <summary>The groups for the key exchange, best first.</summary>
    public IReadOnlyList<NamedGroup> Groups { get; init; } = OfferedGroups.Curves;

    /// <summary>
    /// Whether a key for X25519 comes with it, in TLS 1.3. Without any, the server must name the group that it wants: RFC 8446, 4.2.8.
    /// </summary>
    public bool HasKeyShare { get; init; } = true;

    /// <summary>Whether the server may compress, by DEFLATE: RFC 3749. It never may in TLS 1.3.</summary>
    public bool MayCompress { get; init; }

    /// <summary>The record to send.</summary>
    public byte[] Encode()
    {
        // TLS 1.3 says its version in an extension, and looks like 1.2 before.
        var version = Version == TlsVersion.Tls13 ? TlsVersion.Tls12 : Version;
        byte[] body =
        [
            .. Number((ushort)version), .. RandomNumberGenerator.GetBytes(32), .. SessionId(),
            .. Numbers(CipherSuites.Select(suite => (ushort)suite)),
            .. MayCompress ? new byte[] { 2, TlsCompression.Deflate, TlsCompression.None } : [1, TlsCompression.None],
            .. Version == TlsVersion.Ssl30 ? [] : Vector(Extensions()),
        ];
        byte[] handshake = [TlsRecord.ClientHello, 0, .. Vector(body)];
        return [TlsRecord.Handshake, .. Number((ushort)version), .. Vector(handshake)];
    }

    // A client of TLS 1.3 has one for middleboxes' sake: RFC 8446, D.4.
    private byte[] SessionId() => Version == TlsVersion.Tls13 ? [32, .. RandomNumberGenerator.GetBytes(32)] : [0];

    private byte[] Extensions() =>
    [
        .. ServerName is { } name ? Extension(ServerNameExtension, Vector([0, .. Vector(Encoding.ASCII.GetBytes(name))])) : [],
        .. Extension(SupportedGroups, Numbers(Groups.Select(group => (ushort)group))),
        .. Extension(PointFormats, [1, 0]),
        .. Version >= TlsVersion.Tls12 ? Extension(SignatureAlgorithms, Numbers(Signatures)) : [],
        // What every client has sent since 2010 and 2015, and what some servers insist on: RFC 5746 and RFC 7627.
        .. Version < TlsVersion.Tls13 ? Extension(RenegotiationInfo, [0]) : [],
        .. Version < TlsVersion.Tls13 ? Extension(ExtendedMainSecret, []) : [],
        .. Version == TlsVersion.Tls13 ? Extension(SupportedVersions, [2, .. Number((ushort)TlsVersion.Tls13)]) : [],
        .. Version == TlsVersion.Tls13 ? Extension(KeyShare, Vector(HasKeyShare ? X25519Key() : [])) : [],
    ];

    // Any 32 bytes are a public key of X25519. The handshake ends before anyone needs the private one.
    private static byte[] X25519Key() => [.. Number((ushort)NamedGroup.X25519), .. Vector(RandomNumberGenerator.GetBytes(32))];

    private static byte[] Extension(ushort type, byte[] content) => [.. Number(type), .. Vector(content)];

    private static byte[] Numbers(IEnumerable<ushort> numbers) => Vector([.. numbers.SelectMany(Number)]);

    private static byte[] Vector(byte[] content) => [.. Number((ushort)content.Length), .. content];

    private static byte[] Number(ushort value)
    {
        var bytes = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }
}
