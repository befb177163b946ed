using System.Net.Security;

namespace Infra.Cli.Live.Tls;

/// <summary>A server that goes on with the handshake. See RFC 5246, section 7.4.1.3, and RFC 8446, sections 4.1.3 and 4.1.4.</summary>
/// <param name="Version">The version it has chosen.</param>
/// <param name="CipherSuite">The cipher suite it has chosen.</param>
/// <param name="Group">The group for the key exchange; none before TLS 1.3, which names it later.</param>
internal sealed record ServerHello(TlsVersion Version, TlsCipherSuite CipherSuite, NamedGroup? Group)
{
    private const int RandomLength = 32;
    private const int LongestSessionId = 32;
    private const ushort SupportedVersions = 43;
    private const ushort KeyShare = 51;
    private const ushort RenegotiationInfo = 0xFF01;

    /// <summary>Whether it compresses.</summary>
    public bool Compresses { get; init; }

    /// <summary>Whether it tells a renegotiation from a beginning: RFC 5746.</summary>
    public bool TiesRenegotiations { get; init; }

    /// <summary>Reads the body of the message. A HelloRetryRequest has the same form, and chooses the same things.</summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static ServerHello Parse(ReadOnlySpan<byte> body)
    {
        var reader = new WireReader(body);
        var version = reader.Number();
        reader.Take(RandomLength);
        var sessionIdLength = reader.Byte();
        if (sessionIdLength > LongestSessionId)
            throw new InvalidDataException("a session's id is too long");
        reader.Take(sessionIdLength);
        var suite = reader.Number();
        var compression = reader.Byte();
        if (compression is not (TlsCompression.None or TlsCompression.Deflate))
            throw new InvalidDataException("the server compresses in a way that was not offered");

        NamedGroup? group = null;
        var tiesRenegotiations = false;
        if (!reader.IsAtEnd)
        {
            var extensions = new WireReader(reader.Take(reader.Number()));
            reader.End();
            while (!extensions.IsAtEnd)
            {
                var type = extensions.Number();
                var content = new WireReader(extensions.Take(extensions.Number()));
                if (type == SupportedVersions)
                    version = content.Number();
                else if (type == KeyShare)
                    group = (NamedGroup)content.Number();
                else if (type == RenegotiationInfo)
                    tiesRenegotiations = true;
            }
        }

        return new((TlsVersion)version, (TlsCipherSuite)suite, group)
        {
            Compresses = compression == TlsCompression.Deflate,
            TiesRenegotiations = tiesRenegotiations,
        };
    }
}
