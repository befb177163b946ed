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
        if (reader.Byte() != 0)
            throw new InvalidDataException("the server compresses");

        NamedGroup? group = null;
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
            }
        }

        return new((TlsVersion)version, (TlsCipherSuite)suite, group);
    }
}
