using System.Text.RegularExpressions;

namespace Infra.Site;

/// <summary>
/// How long browsers may keep a file without asking again. Those with a hash of their content in their names never change; the names are
/// those that the makers of sites give by default.
/// </summary>
public static class SiteCaching
{
    /// <summary>Ask again each time (304 when nothing changed), so that a rolled site shows at once.</summary>
    public const string Ask = "no-cache";

    /// <summary>Never ask again: https://www.rfc-editor.org/rfc/rfc8246.</summary>
    public const string Keep = "public, max-age=31536000, immutable";

    /// <summary>The paths of pages, which may look as if they had a hash and still change.</summary>
    public const string Page = @"\.html?$";

    /// <summary>
    /// The paths of files that never change, as regular expressions for nginx and .NET alike. A word or a date is no hash, so one has
    /// digits and letters; what looks like none is asked for again, which is never wrong.
    /// </summary>
    public static IReadOnlyList<string> Hashed { get; } =
    [
        // Next.js: all of it, by https://nextjs.org/docs/app/guides/self-hosting#caching-and-isr.
        "^/_next/static/",
        // Hexadecimal, between dots or after a hyphen: Hugo's fingerprint, Docusaurus, webpack.
        @"[.-](?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,64}\.[a-z0-9.]+$",
        // Vite, in its own folder alone: https://vite.dev/config/build-options#build-assetsdir. Eight letters of base64 for URLs.
        @"^/assets/([^/]+/)*[^/]*-(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[a-z])[A-Za-z0-9_-]{8}\.[a-z0-9.]+$",
    ];

    /// <summary>What is said of a path.</summary>
    public static string Of(string path) =>
        !Regex.IsMatch(path, Page, RegexOptions.CultureInvariant)
        && Hashed.Any(hashed => Regex.IsMatch(path, hashed, RegexOptions.CultureInvariant))
            ? Keep
            : Ask;
}
