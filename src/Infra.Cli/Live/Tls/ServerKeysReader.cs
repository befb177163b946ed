namespace Infra.Cli.Live.Tls;

/// <summary>Reads what a server sends after its ServerHello, as far as its part of the key exchange; within a bounded size.</summary>
internal static class ServerKeysReader
{
    private const int HandshakeHeaderLength = 4;
    private const byte FatalLevel = 2;
    private const byte ServerKeyExchange = 12;
    private const byte ServerHelloDone = 14;

    // The certificates come before it: more than any server sends, and little enough for one that never ends.
    private const int MostBytes = 1 << 18;
    private const int MostRecords = 256;

    /// <summary>Reads it.</summary>
    /// <returns>None if it does not come; and whether that is since the server ends the handshake after all.</returns>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public static async Task<(ServerKeys? Keys, bool IsRefused)> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        try
        {
            var bytes = new List<byte>();
            ServerHello? hello = null;
            for (var records = 0; records < MostRecords && bytes.Count < MostBytes; records++)
            {
                if (await TlsRecord.ReadAsync(stream, cancellation) is not { } record)
                    return default;
                if (record.Type == TlsRecord.Alert)
                {
                    if (record.Content[0] == FatalLevel)
                        return (null, true);
                    continue;
                }

                bytes.AddRange(record.Content);
                while (Next(bytes) is var (type, body))
                {
                    if (type == TlsRecord.ServerHello)
                        hello = ServerHello.Parse(body);
                    else if (type == ServerKeyExchange && hello is not null)
                        return (ServerKeys.Parse(hello, body), false);
                    if (type == ServerHelloDone || hello is null or { Version: TlsVersion.Tls13 })
                        return default;
                }
            }
        }
        catch (InvalidDataException)
        {
            // It is no TLS any more, and there are no keys to be seen.
        }

        return default;
    }

    // Takes the first message off, once it is there as a whole.
    private static (byte Type, byte[] Body)? Next(List<byte> bytes)
    {
        if (bytes.Count < HandshakeHeaderLength)
            return null;

        var length = (bytes[1] << 16) | (bytes[2] << 8) | bytes[3];
        if (bytes.Count < HandshakeHeaderLength + length)
            return null;

        var message = (bytes[0], bytes.GetRange(HandshakeHeaderLength, length).ToArray());
        bytes.RemoveRange(0, HandshakeHeaderLength + length);
        return message;
    }
}
