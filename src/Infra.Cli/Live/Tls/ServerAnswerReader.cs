namespace Infra.Cli.Live.Tls;

/// <summary>Reads the first thing that a server says, as far as a ServerHello goes; whatever it sends, within a bounded size.</summary>
internal static class ServerAnswerReader
{
    private const byte WarningLevel = 1;
    private const byte CloseNotify = 0;
    private const int AlertLength = 2;
    private const int HandshakeHeaderLength = 4;

    // Far more than a server needs, and little enough for one that never ends.
    private const int MostRecords = 16;
    private const int LongestServerHello = 1 << 14;

    /// <summary>Reads it.</summary>
    /// <param name="stream">What the server sends.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="mayCompress">Whether compression was offered.</param>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public static async Task<ServerAnswer> ReadAsync(Stream stream, CancellationToken cancellation, bool mayCompress = false)
    {
        try
        {
            var message = new List<byte>();
            for (var records = 0; records < MostRecords; records++)
            {
                if (await TlsRecord.ReadAsync(stream, cancellation) is not { } record)
                    return message.Count == 0 ? ServerAnswer.Closed : ServerAnswer.Unclear("the answer ends too early");
                if (record.Type == TlsRecord.Alert)
                {
                    if (AlertIn(record) is { } alert)
                        return alert;
                    continue;
                }

                message.AddRange(record.Content);
                if (HelloIn(message) is not { } hello)
                    continue;
                return hello.Compresses && !mayCompress
                    ? throw new InvalidDataException("the server compresses, unasked")
                    : ServerAnswer.Of(hello);
            }

            return ServerAnswer.Unclear("the answer has no end");
        }
        catch (InvalidDataException strange)
        {
            return ServerAnswer.Unclear($"the answer is not TLS: {strange.Message}");
        }
        catch (IOException)
        {
            return ServerAnswer.Closed;
        }
    }

    // Warnings may come before a ServerHello, e.g. that the name is not known; one of them says that nothing more comes.
    private static ServerAnswer? AlertIn(TlsRecord record)
    {
        if (record.Content.Length != AlertLength)
            throw new InvalidDataException("an alert has two bytes");

        var (level, description) = (record.Content[0], record.Content[1]);
        return level == WarningLevel && description != CloseNotify ? null : ServerAnswer.Alert(description);
    }

    // A message may come in pieces, and the rest of the server's messages in the same record.
    private static ServerHello? HelloIn(List<byte> message)
    {
        if (message[0] != TlsRecord.ServerHello)
            throw new InvalidDataException("a handshake begins with something else than a ServerHello");
        if (message.Count < HandshakeHeaderLength)
            return null;

        var length = (message[1] << 16) | (message[2] << 8) | message[3];
        if (length > LongestServerHello)
            throw new InvalidDataException("a ServerHello is too long");
        return message.Count < HandshakeHeaderLength + length
            ? null
            : ServerHello.Parse([.. message.GetRange(HandshakeHeaderLength, length)]);
    }
}
