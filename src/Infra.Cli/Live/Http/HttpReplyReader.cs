using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Cli.Live.Http;

/// <summary>
/// Reads the head of an answer as clients do, who take more for the end of a line than RFC 9112 writes: what is injected by a bare CR
/// or LF is a field to them.
/// </summary>
internal static partial class HttpReplyReader
{
    private const int LongestHead = 64 * 1024;
    private const int SwitchingProtocols = 101;

    /// <summary>Reads one, or as much of it as comes.</summary>
    /// <exception cref="IOException">The connection breaks.</exception>
    public static async Task<HttpReply> ReadAsync(Stream stream, CancellationToken cancellation) =>
        (await ReadHeadAsync(stream, cancellation)).Reply;

    /// <summary>Reads one with its body.</summary>
    /// <exception cref="IOException">The connection breaks in the head.</exception>
    public static async Task<HttpPage> ReadPageAsync(Stream stream, CancellationToken cancellation)
    {
        var (head, begun) = await ReadHeadAsync(stream, cancellation);
        if (head.Status is null)
            return new(head, "", head.Silence);

        var body = new HttpBodyReader(stream, begun);
        var fault = await body.ReadAsync(head, cancellation);
        return new(head, body.Text, fault);
    }

    // The limit is for all of it, interim answers too, of which there may be no end.
    private static async Task<(HttpReply Reply, ReadOnlyMemory<byte> Begun)> ReadHeadAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[LongestHead];
        var (begin, searched, length) = (0, 0, 0);
        while (true)
        {
            if (EndIn(buffer.AsSpan(searched, length - searched)) is var (end, next) && next > 0)
            {
                var reply = Parse(Encoding.Latin1.GetString(buffer, begin, searched + end - begin));
                begin = searched += next;
                if (reply.Status is < 200 and not SwitchingProtocols)
                    continue;
                return (reply, buffer.AsMemory(begin, length - begin));
            }

            // The end may have begun in what came.
            searched = Math.Max(begin, length - 2);
            if (length == buffer.Length)
                return (HttpReply.None("the answer's head has no end"), default);
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                return (Ended(length, begin), default);
            length += read;
        }
    }

    private static HttpReply Ended(int length, int begin) =>
        length == 0 ? HttpReply.Closed
        : length == begin ? HttpReply.None("only an interim answer comes")
        : HttpReply.None("the answer ends in its head");

    // Where the head ends, and where what follows it begins; zeros if it does not end here.
    private static (int End, int Next) EndIn(ReadOnlySpan<byte> bytes)
    {
        var (bare, full) = (bytes.IndexOf("\n\n"u8), bytes.IndexOf("\n\r\n"u8));
        return bare >= 0 && (full < 0 || bare < full) ? (bare, bare + 2)
            : full >= 0 ? (full, full + 3)
            : default;
    }

    private static HttpReply Parse(string head)
    {
        var lines = LineEnd().Split(head);
        if (StatusLine().Match(lines[0]) is not { Success: true } match)
            return HttpReply.None("the answer is not HTTP");

        var fields = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2);
        return new(
            int.Parse(match.Groups["status"].Value, CultureInfo.InvariantCulture),
            fields.ToLookup(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase),
            null);
    }

    [GeneratedRegex(@"^HTTP/1\.[01] (?<status>[1-5][0-9]{2})( |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"\r\n|\n|\r", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();
}
