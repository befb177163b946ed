namespace Infra.Cli.Live.Tls;

/// <summary>Records before encryption: RFC 8446, section 5.1. Their types, and those of the messages of a handshake.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="Content">The content, at most 2^14 bytes.</param>
internal sealed record TlsRecord(byte Type, byte[] Content)
{
    public const byte Alert = 21;
    public const byte Handshake = 22;

    public const byte ClientHello = 1;
    public const byte ServerHello = 2;

    private const int HeaderLength = 5;
    private const int Longest = 1 << 14;

    // The version of a record is 3.0 to 3.4, whichever TLS it is.
    private const byte MajorVersion = 3;

    /// <summary>Reads one.</summary>
    /// <returns>None if the connection ends before one begins.</returns>
    /// <exception cref="InvalidDataException">It is no such record.</exception>
    /// <exception cref="IOException">The connection breaks.</exception>
    public static async Task<TlsRecord?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        var read = await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation);
        if (read == 0)
            return null;
        if (read < HeaderLength)
            throw new InvalidDataException("a record ends in its header");

        var length = (header[3] << 8) | header[4];
        if (header[0] is not (Alert or Handshake) || header[1] != MajorVersion)
            throw new InvalidDataException("what came is neither an alert nor a handshake");
        if (length is 0 or > Longest)
            throw new InvalidDataException("a record is empty or too long");

        var content = new byte[length];
        return await stream.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellation) == length
            ? new(header[0], content)
            : throw new InvalidDataException("a record ends too early");
    }
}
