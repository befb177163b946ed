using Infra.Cli.Shell;

namespace Infra.Cli.Live.Http;

/// <summary>What came back for a request.</summary>
/// <param name="Status">The status code; none if no answer came.</param>
/// <param name="Headers">The header fields, as they came: not to be shown but by <see cref="LegibleText"/>.</param>
/// <param name="Silence">Why no answer came; none if one did.</param>
internal sealed record HttpReply(int? Status, ILookup<string, string> Headers, string? Silence)
{
    private static readonly ILookup<string, string> NoHeaders = Array.Empty<string>().ToLookup(name => name);

    /// <summary>Whether the server closed the connection in place of an answer.</summary>
    public bool IsClosed { get; private init; }

    /// <summary>Whether the request was turned down, and nothing served for it.</summary>
    public bool IsRefusal => IsClosed || Status is (>= 400 and < 500) or 501 or 505;

    public static HttpReply Closed => new(null, NoHeaders, "the connection is closed without an answer") { IsClosed = true };

    /// <summary>No answer, or nothing that HTTP would be.</summary>
    public static HttpReply None(string why) => new(null, NoHeaders, why);

    /// <summary>The value of a header field; none if it is missing, all of them if it is there twice.</summary>
    public string? Header(string name) => Headers.Contains(name) ? string.Join(", ", Headers[name]) : null;

    /// <summary>The status, and where it leads, for a report.</summary>
    public string Shown => Silence ?? $"{Status}{(Header("Location") is { } to ? $" to {LegibleText.Of(to)}" : "")}";
}
