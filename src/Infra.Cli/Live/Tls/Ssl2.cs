using System.Security.Cryptography;

namespace Infra.Cli.Live.Tls;

/// <summary>
/// The first messages of SSL 2.0: https://datatracker.ietf.org/doc/html/draft-hickman-netscape-ssl-00, and RFC 6176 against it.
/// </summary>
internal static class Ssl2
{
    private const byte ServerHello = 4;
    private const byte LongHeader = 0x80;
    private const int HeaderLength = 3;

    // Each of three bytes: RC4, its export, RC2, its export, IDEA, DES and 3DES, all with MD5.
    private static readonly byte[] Ciphers =
        [1, 0, 128, 2, 0, 128, 3, 0, 128, 4, 0, 128, 5, 0, 128, 6, 0, 64, 7, 0, 192];

    /// <summary>The message to send: version 2, the ciphers, no session, and a challenge.</summary>
    public static byte[] ClientHello()
    {
        byte[] body = [1, 0, 2, 0, (byte)Ciphers.Length, 0, 0, 0, 16, .. Ciphers, .. RandomNumberGenerator.GetBytes(16)];
        return [LongHeader, (byte)body.Length, .. body];
    }

    /// <summary>Reads the answer. Whatever else than a ServerHello of SSL 2.0 comes, this version is not agreed on.</summary>
    public static async Task<ServerAnswer> ReadAnswerAsync(Stream stream, CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        var length = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation);
        return length switch
        {
            0 => ServerAnswer.Closed,
            HeaderLength when header[0] >= LongHeader && header[2] == ServerHello => ServerAnswer.Ssl2,
            HeaderLength when header[0] == TlsRecord.Alert => ServerAnswer.Refusal("an alert"),
            _ => ServerAnswer.Refusal("another answer"),
        };
    }
}
