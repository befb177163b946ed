namespace Infra.Site;

/// <summary>
/// The content types of a site's files. They are listed here, and nginx's own list is not used: that one is different from version to
/// version, and beside <c>X-Content-Type-Options: nosniff</c> a browser refuses a module or a stylesheet of a wrong type.
/// </summary>
/// <remarks>Names: https://www.iana.org/assignments/media-types/media-types.xhtml.</remarks>
public static class SiteTypes
{
    /// <summary>Of a file whose extension is not on the list.</summary>
    public const string Other = "application/octet-stream";

    /// <summary>Each type, with the extensions of its files and how they are sent.</summary>
    public static IReadOnlyList<SiteType> All { get; } =
    [
        new("text/html", "html htm", HasCharset: true, IsCompressed: true),
        new("text/css", "css", HasCharset: true, IsCompressed: true),
        // RFC 9239: https://www.rfc-editor.org/rfc/rfc9239.
        new("text/javascript", "js mjs", HasCharset: true, IsCompressed: true),
        new("text/plain", "txt", HasCharset: true, IsCompressed: true),
        new("text/markdown", "md", HasCharset: true, IsCompressed: true),
        new("text/csv", "csv", HasCharset: true, IsCompressed: true),
        new("text/calendar", "ics", HasCharset: true, IsCompressed: true),
        new("text/vtt", "vtt", HasCharset: true, IsCompressed: true),
        new("text/xml", "xml xsl", HasCharset: true, IsCompressed: true),
        new("application/rss+xml", "rss", HasCharset: true, IsCompressed: true),
        new("application/atom+xml", "atom", HasCharset: true, IsCompressed: true),
        // A source map is JSON: https://tc39.es/ecma426/.
        new("application/json", "json map", IsCompressed: true),
        new("application/ld+json", "jsonld", IsCompressed: true),
        new("application/geo+json", "geojson", IsCompressed: true),
        new("application/manifest+json", "webmanifest", IsCompressed: true),
        new("application/wasm", "wasm", IsCompressed: true),
        new("application/pdf", "pdf"),
        new("application/zip", "zip"),
        new("application/gzip", "gz tgz"),
        new("font/woff", "woff"),
        new("font/woff2", "woff2"),
        new("font/ttf", "ttf", IsCompressed: true),
        new("font/otf", "otf", IsCompressed: true),
        new("image/svg+xml", "svg", IsCompressed: true),
        new("image/x-icon", "ico", IsCompressed: true),
        new("image/png", "png"),
        new("image/apng", "apng"),
        new("image/jpeg", "jpg jpeg"),
        new("image/gif", "gif"),
        new("image/webp", "webp"),
        new("image/avif", "avif"),
        new("image/jxl", "jxl"),
        new("audio/mpeg", "mp3"),
        new("audio/mp4", "m4a"),
        new("audio/ogg", "ogg oga opus"),
        new("audio/flac", "flac"),
        new("audio/wav", "wav"),
        new("video/mp4", "mp4 m4v"),
        new("video/webm", "webm"),
        new("video/ogg", "ogv"),
        new("video/quicktime", "mov"),
    ];

    /// <summary>Every extension on the list, without a dot.</summary>
    public static IEnumerable<string> Extensions => All.SelectMany(type => type.Extensions.Split(' '));
}

/// <summary>A content type.</summary>
/// <param name="Name">Its name, e.g. <c>text/css</c>.</param>
/// <param name="Extensions">The extensions of its files, without dots, between spaces.</param>
/// <param name="HasCharset">Whether <c>charset=utf-8</c> is sent with it: the others say themselves what they are in.</param>
/// <param name="IsCompressed">Whether it is compressed on its way: the others are already.</param>
public sealed record SiteType(string Name, string Extensions, bool HasCharset = false, bool IsCompressed = false);
