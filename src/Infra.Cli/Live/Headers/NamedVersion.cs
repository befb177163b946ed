using System.Text.RegularExpressions;

namespace Infra.Cli.Live.Headers;

/// <summary>Versions of programs that header fields name, and not the other numbers in them: protocols, dates, addresses, ids.</summary>
internal static partial class NamedVersion
{
    // What every load balancer of AWS has said since 2016: no release that could be told from another.
    private const string LoadBalancer = "awselb/2.0";

    /// <summary>Whether the value of a field names one.</summary>
    public static bool IsIn(string field, string value)
    {
        if (value.Trim() == LoadBalancer || OtherField().IsMatch(field))
            return false;

        var text = Quiet().Replace(field.Equals("Via", StringComparison.OrdinalIgnoreCase) ? Protocol().Replace(value, " ") : value, " ");
        // Four numbers may be either; behind a name, and in a field for versions, they are one.
        if (!VersionField().IsMatch(field))
            text = Address().Replace(text, " ");
        return Product().IsMatch(text)
            || ThreeParts().IsMatch(text)
            || (ProductField().IsMatch(field) && ProductVersion().IsMatch(text))
            || (MakerField().IsMatch(field) && (Number().IsMatch(text) || NameAndNumber().IsMatch(text)))
            || (VersionField().IsMatch(field) && (Number().IsMatch(text) || SingleNumber().IsMatch(text)));
    }

    // Fields with numbers of other kinds, addresses of pages, or words of the site's own.
    [GeneratedRegex(
        """
        ^(location|content-location|content-disposition|content-type|link|refresh|sourcemap|x-sourcemap
        |set-cookie|etag|date|expires|last-modified|alt-svc
        |age|p3p|nel|report-to|reporting-endpoints|server-timing|content-security-policy.*|permissions-policy|feature-policy
        |strict-transport-security|access-control-.*|upgrade|accept.*|sec-.*|vary|cache-control|mime-version|dav|retry-after
        |.*request-?id|.*trace.*|.*correlation.*|x-forwarded-.*|forwarded|x-real-ip|.*client-ip|.*-ip|.*version-id
        |.*(api|protocol|schema|odata|dataservice|content|websocket)-?version)$
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex OtherField();

    [GeneratedRegex("^(server|via|x-cache.*|.*powered.*|.*generator|.*engine|.*framework|.*product|x-server.*|x-served-by)$", Options)]
    private static partial Regex ProductField();

    // Those that programs put there to name themselves.
    [GeneratedRegex(
        "^(server|.*powered.*|.*generator|x-jenkins|x-hudson|liferay-portal|x-(mod-)?page-?speed|microsoftsharepointteamservices)$",
        Options)]
    private static partial Regex MakerField();

    [GeneratedRegex("version$", Options)]
    private static partial Regex VersionField();

    // Addresses of pages and hosts say nothing, nor do protocols.
    [GeneratedRegex(@"https?://\S+|<[^<>]*>|\b(HTTP|HTTPS|TLS|SSL|SPDY|QUIC|WebSocket)/\d+(\.\d+)?\b", Options)]
    private static partial Regex Quiet();

    [GeneratedRegex(@"(?<![\w.+/-]|\w )\d{1,3}(\.\d{1,3}){3}(:\d+)?(?![\w.-])", Options)]
    private static partial Regex Address();

    // What Via says before each host: https://www.rfc-editor.org/rfc/rfc9110#field.via.
    [GeneratedRegex(@"(^|,)\s*([A-Za-z]+/)?\d+(\.\d+)?\s", Options)]
    private static partial Regex Protocol();

    // nginx/1.22.1. Here and below a name is tried from its beginning alone, and whole: from each of its letters, a long one would take
    // minutes.
    [GeneratedRegex(@"(?<![\w.+-])(?=[\w.+-]*?[A-Za-z])(?>[\w.+-]+)/v?\d+\.\d+", Options)]
    private static partial Regex Product();

    // 1.13.35-0, beside no other number.
    [GeneratedRegex(@"(?<![\w.])v?\d{1,5}\.\d{1,5}\.\d{1,8}(?![\w]*\.\d)", Options)]
    private static partial Regex ThreeParts();

    // Apache/2, squid (4.10).
    [GeneratedRegex(@"(?<![\w.+-])(?=[\w.+-]*?[A-Za-z])(?>[\w.+-]+)(/v?\d{1,3}(?![\w])| \(?v?\d+\.\d+)", Options)]
    private static partial Regex ProductVersion();

    // Jetty(9.4).
    [GeneratedRegex(@"(?<![\d.])\d+\.\d+", Options)]
    private static partial Regex Number();

    // Drupal 10.
    [GeneratedRegex(@"(?<!\w)(?=\w*?[A-Za-z])(?>\w+) v?\d{1,3}(?![\w])", Options)]
    private static partial Regex NameAndNumber();

    [GeneratedRegex(@"^\s*v?\d{1,3}\s*$", Options)]
    private static partial Regex SingleNumber();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
}
