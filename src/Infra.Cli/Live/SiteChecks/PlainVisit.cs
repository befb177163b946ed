using System.Text.RegularExpressions;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>A request to plain HTTP, and what may come back for it.</summary>
/// <param name="Shown">The request, for a report.</param>
/// <param name="Request">The request.</param>
/// <param name="Pages">Where it may be redirected to, without https:// and port 443; any page over HTTPS if there are none.</param>
/// <param name="MayBeRefused">Whether it may be turned down as well: no browser sends it.</param>
internal sealed partial record PlainVisit(string Shown, string Request, IReadOnlyList<string> Pages, bool MayBeRefused = true)
{
    private const string Secure = "https://";

    /// <summary>Whether the host alone of <see cref="Pages"/> counts.</summary>
    public bool IsAnyPage { get; init; }

    /// <summary>Whether this may come back.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="declared">The status that the redirect is declared to have; none where any permanent one is good.</param>
    public bool Accepts(HttpReply reply, int? declared) =>
        (MayBeRefused && reply.IsRefusal)
        || ((declared is null ? reply.Status is 301 or 308 : reply.Status == declared)
            && reply.Header("Location") is { } location && Leads(location));

    private bool Leads(string location)
    {
        if (!location.StartsWith(Secure, StringComparison.OrdinalIgnoreCase))
            return false;

        // The host may be written in any case, port 443 and the mark of an empty query may be left out; nothing else is the same page.
        var rest = location[Secure.Length..];
        var hostEnds = rest.IndexOfAny(['/', '?']) is var end && end < 0 ? rest.Length : end;
        var (host, page) = (rest[..hostEnds].ToLowerInvariant(), rest[hostEnds..]);
        if (host.EndsWith(":443", StringComparison.Ordinal))
            host = host[..^4];
        return Pages.Count == 0
            || Pages.Contains($"{host}{Bare(page.Length == 0 ? "/" : page)}")
            || (IsAnyPage && !host.Contains('@') && Pages.Any(good => Name(good) == Name(host)));
    }

    private static string Name(string place) => HostName().Match(place).Value;

    [GeneratedRegex(@"^(\[[^\]]*\]|[^:/]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HostName();

    /// <summary>A page without the mark of an empty query.</summary>
    public static string Bare(string page) => page.EndsWith('?') ? page[..^1] : page;
}
