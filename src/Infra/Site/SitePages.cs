namespace Infra.Site;

/// <summary>Writes what nginx needs to serve a site's files: their types, compression and caching, and which file answers a path.</summary>
/// <param name="CleanUrls">Whether <c>/contact</c> is <c>contact.html</c>.</param>
/// <param name="SinglePage">Whether the start page answers, with 200, where the site has nothing.</param>
public sealed record SitePages(bool CleanUrls = false, bool SinglePage = false)
{
    private const string CleanUrl = " $uri.html";

    // The location of the start page that stands for all that is not there.
    private const string StartPage = "@start";

    // The location of what may be a folder, which has an answer if it has a start page.
    private const string Folder = "@folder";

    /// <summary>
    /// A path with a part that begins with a dot, unless that is what https://www.rfc-editor.org/rfc/rfc8615 has for the public.
    /// </summary>
    public const string Hidden = @"/\.(?!well-known(/|$))";

    /// <summary>How nginx is to compress: measured in docs/decisions/0028.</summary>
    public const int CompressionLevel = 5;

    /// <summary>The least length that is compressed, in bytes: less fits into one packet either way.</summary>
    public const int CompressedFrom = 1024;

    /// <summary>What a configuration with these lines in it says.</summary>
    public static SitePages In(string configuration) => new(
        configuration.Contains($" $uri{CleanUrl} ", StringComparison.Ordinal),
        configuration.Contains($" {StartPage};", StringComparison.Ordinal));

    /// <summary>The lines for the <c>http</c> block.</summary>
    public IEnumerable<string> Http() =>
    [
        "types {",
        .. SiteTypes.All.Select(type => $"    {type.Name} {type.Extensions};"),
        "}",
        $"default_type {SiteTypes.Other};",
        "charset utf-8;",
        $"charset_types {Names(type => type.HasCharset)};",
        "",
        "# Load balancers compress nothing. A compressed answer has a weak ETag, which is as good for a 304.",
        "gzip on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        $"gzip_comp_level {CompressionLevel};",
        $"gzip_min_length {CompressedFrom};",
        $"gzip_types {Names(type => type.IsCompressed)};",
        "",
        "# What has a hash of its content in its name never changes; the rest is asked for each time, so that a rolled site shows at once.",
        "map $uri $cache_control {",
        $"    default \"{SiteCaching.Ask}\";",
        $"    \"~{SiteCaching.Page}\" \"{SiteCaching.Ask}\";",
        .. SiteCaching.Hashed.Select(path => $"    \"~{path}\" \"{SiteCaching.Keep}\";"),
        "}",
        "map $uri $is_hidden {",
        "    # Asked anew of the page for what is not there, whose name is none of these.",
        "    volatile;",
        "    default 0;",
        $"    \"~{Hidden}\" 1;",
        "}",
        .. SinglePage ? IsFile() : [],
    ];

    /// <summary>The lines for the <c>server</c> block, without the location of the site.</summary>
    public static IEnumerable<string> Server() =>
    [
        "index index.html;",
        "",
        "# A redirect to a folder's path would name this server's scheme and port, not the load balancer's.",
        "absolute_redirect off;",
        "",
        "# A file's time is made of its content, for the ETag, so as a date it says nothing.",
        "if_modified_since off;",
        "add_header Last-Modified \"\";",
        "add_header Cache-Control $cache_control;",
        "# A folder without a start page is as little there as anything else that is not.",
        $"error_page 403 404 =404 /{SiteFolder.NotFoundPage};",
    ];

    /// <summary>The lines for the location of the site.</summary>
    public IEnumerable<string> Location() =>
    [
        "if ($is_hidden) {",
        "    return 404;",
        "}",
        SinglePage ? LocationBefore() : $"try_files {File} $uri/ =404;",
    ];

    /// <summary>The line for the location of the site where something else answers what it does not have.</summary>
    public string LocationBefore() => $"try_files {File} {Folder};";

    /// <summary>The lines for what comes after that location; none where nothing does.</summary>
    public IEnumerable<string> AfterLocation() => SinglePage ?
    [
        .. AfterLocation(StartPage),
        "",
        $"location {StartPage} {{",
        "    # A script or an image that is not there is no place in the application.",
        "    if ($is_file) {",
        "        return 404;",
        "    }",
        "    rewrite ^ /index.html break;",
        "}",
    ] : [];

    /// <summary>The lines for what comes after that location where something else answers what it does not have.</summary>
    /// <param name="next">The location that answers then.</param>
    public static IEnumerable<string> AfterLocation(string next) =>
    [
        "",
        $"location {Folder} {{",
        "    # In a location of its own: where an if holds and does not end it, nginx asks no try_files.",
        "    if (-f $request_filename/index.html) {",
        "        rewrite ^(.*[^/])$ $1/ permanent;",
        "    }",
        $"    try_files $uri/index.html {next};",
        "}",
    ];

    private string File => CleanUrls ? $"$uri{CleanUrl}" : "$uri";

    private static IEnumerable<string> IsFile() =>
    [
        "map $uri $is_file {",
        "    default 0;",
        "    # Programs look there, by names that have no ending either.",
        "    ~^/\\.well-known/ 1;",
        $"    \"~*\\.({string.Join('|', SiteTypes.Extensions)})$\" 1;",
        "}",
    ];

    private static string Names(Func<SiteType, bool> isOne) => string.Join(
        ' ', SiteTypes.All.Where(type => type.Name != "text/html" && isOne(type)).Select(type => type.Name));
}
