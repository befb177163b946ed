using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Cli.Live.Http;

/// <summary>Reads the head of an answer as RFC 9112 writes it; the body is nobody's business here.</summary>
internal static partial class HttpReplyReader
{
    private const int LongestHead = 64 * 1024;
    private const string End = "\r\n\r\n";

    /// <summary>Reads one, or as much of it as comes.</summary>
    /// <exception cref="IOException">The connection breaks.</exception>
    public static async Task<HttpReply> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                return length == 0 ? HttpReply.Closed : HttpReply.None("the answer ends in its head");

            // The end may have begun in what came before.
            var from = Math.Max(0, length - End.Length + 1);
            length += read;
            var end = buffer.AsSpan(from, length - from).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return Parse(Encoding.ASCII.GetString(buffer, 0, from + end));
        }

        return HttpReply.None("the answer's head has no end");
    }

    private static HttpReply Parse(string head)
    {
        var lines = head.Split("\r\n");
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
}
