using System.Buffers;
using System.Globalization;
using System.Text;

namespace Infra.Cli.Live.Http;

/// <summary>Reads a body as RFC 9112, section 6, says how long it is, and not beyond a size that no page has.</summary>
/// <param name="stream">The connection.</param>
/// <param name="begun">What came with the head.</param>
internal sealed class HttpBodyReader(Stream stream, ReadOnlyMemory<byte> begun)
{
    public const int Longest = 10 * 1024 * 1024;

    // Of what stands around chunks: more than clients take.
    public const int LongestLine = 16 * 1024;
    public const int MostTrailers = 1024;

    private const int Piece = 16 * 1024;
    private const string BrokenOff = "the answer breaks off";
    private const string Malformed = "the answer's chunks are malformed";

    private static readonly string TooLong =
        string.Create(CultureInfo.InvariantCulture, $"the answer is longer than {Longest / 1024 / 1024} MiB");

    private readonly ArrayBufferWriter<byte> _body = new();

    /// <summary>What came so far, a character for each byte.</summary>
    public string Text => Encoding.Latin1.GetString(_body.WrittenSpan);

    /// <summary>Reads it.</summary>
    /// <returns>Why it is not whole; none if it is.</returns>
    public async Task<string?> ReadAsync(HttpReply head, CancellationToken cancellation)
    {
        try
        {
            if (head.Status is 204 or 304)
                return null;
            if (head.Header("Transfer-Encoding") is { } coding)
                return await (IsChunked(coding) ? ReadChunksAsync(cancellation) : ReadAllAsync(cancellation));
            if (head.Header("Content-Length") is not { } length)
                return await ReadAllAsync(cancellation);
            return long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                ? await ReadExactlyAsync(bytes, cancellation)
                : "the answer's Content-Length is no number";
        }
        catch (IOException)
        {
            return BrokenOff;
        }
        catch (InvalidDataException)
        {
            return Malformed;
        }
    }

    private async Task<string?> ReadAllAsync(CancellationToken cancellation)
    {
        while (_body.WrittenCount <= Longest)
        {
            if (await ReadPieceAsync(Piece, cancellation) == 0)
                return null;
        }

        return TooLong;
    }

    private async Task<string?> ReadExactlyAsync(long bytes, CancellationToken cancellation)
    {
        if (bytes > Longest - _body.WrittenCount)
            return TooLong;

        while (bytes > 0)
        {
            var read = await ReadPieceAsync((int)Math.Min(Piece, bytes), cancellation);
            if (read == 0)
                return BrokenOff;
            bytes -= read;
        }

        return null;
    }

    private async Task<string?> ReadChunksAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await ReadLineAsync(cancellation) is not { } line)
                return BrokenOff;
            if (Size(line) is not { } size)
                return Malformed;
            if (size == 0)
                return await ReadTrailerAsync(cancellation);
            if (await ReadExactlyAsync(size, cancellation) is { } fault)
                return fault;
            if (await ReadLineAsync(cancellation) is not { } end)
                return BrokenOff;
            if (end.Length > 0)
                return Malformed;
        }
    }

    private static bool IsChunked(string coding) => coding.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);

    private static int? Size(string line) =>
        int.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) && size >= 0
            ? size
            : null;

    private async Task<string?> ReadTrailerAsync(CancellationToken cancellation)
    {
        for (var lines = 0; lines <= MostTrailers; lines++)
        {
            if (await ReadLineAsync(cancellation) is not { } line)
                return BrokenOff;
            if (line.Length == 0)
                return null;
        }

        return Malformed;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var letter = new byte[1];
        while (await ReadAsync(letter, cancellation) > 0)
        {
            if (letter[0] == '\n')
                return line.ToString().TrimEnd('\r');
            if (line.Length == LongestLine)
                throw new InvalidDataException("a line is too long");
            line.Append((char)letter[0]);
        }

        return null;
    }

    private async Task<int> ReadPieceAsync(int most, CancellationToken cancellation)
    {
        var read = await ReadAsync(_body.GetMemory(most)[..most], cancellation);
        _body.Advance(read);
        return read;
    }

    private async Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (begun.IsEmpty)
            return await stream.ReadAsync(buffer, cancellation);

        var read = Math.Min(buffer.Length, begun.Length);
        begun[..read].CopyTo(buffer);
        begun = begun[read..];
        return read;
    }
}
