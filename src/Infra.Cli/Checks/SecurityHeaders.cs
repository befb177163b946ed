using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.LoadBalancing;

namespace Infra.Cli.Checks;

/// <summary>What header fields say to a browser, judged by what they bring about.</summary>
internal static class SecurityHeaders
{
    private const string TransportInput = "routingHttpResponseStrictTransportSecurityHeaderValue";
    private const string ContentInput = "routingHttpResponseContentSecurityPolicyHeaderValue";
    private const double Year = 365 * 24 * 60 * 60;

    // What lets scripts of others or inside the page run, or a page be loaded from anywhere.
    private static readonly string[] Loose =
    [
        "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "http:", "https:", "ftp:", "ws:", "wss:", "data:", "blob:", "filesystem:",
    ];

    private static readonly string[] Scripts = ["script-src", "script-src-elem", "script-src-attr"];

    /// <summary>HTTPS is insisted on for a year or more: https://www.rfc-editor.org/rfc/rfc6797#section-6.1.</summary>
    public static string? Transport(ResourceNode listener, ResourceGraph graph)
    {
        var ages = listener.Text(TransportInput)?.Split(';', StringSplitOptions.TrimEntries)
            .Where(part => part.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase))
            .Select(part => part["max-age=".Length..].Trim('"'))
            .ToList();
        return ages is [var age]
            && double.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= Year
                ? null
                : Expect.Actual(listener, TransportInput);
    }

    /// <summary>
    /// Nothing comes from elsewhere, no plug-in runs, no base or form leads away: https://www.w3.org/TR/CSP3/#framework-directives.
    /// </summary>
    public static string? Content(ResourceNode listener, ResourceGraph graph) =>
        listener.Text(ContentInput) is { } policy && IsStrict(ContentSecurityPolicy.Of(policy).Directives)
            ? null
            : Expect.Actual(listener, ContentInput);

    private static bool IsStrict(IReadOnlyDictionary<string, IReadOnlyList<string>> directives) =>
        directives.TryGetValue("default-src", out var fallback)
        && IsStrict(fallback)
        && Scripts.All(kind => IsStrict(directives.GetValueOrDefault(kind, fallback)))
        && directives.GetValueOrDefault("object-src", fallback) is ["'none'"]
        && directives.GetValueOrDefault("base-uri") is ["'none'"] or ["'self'"]
        && directives.GetValueOrDefault("frame-ancestors") is ["'none'"] or ["'self'"]
        && directives.TryGetValue("form-action", out var forms) && IsStrict(forms);

    private static bool IsStrict(IReadOnlyList<string> sources) =>
        sources.Count > 0 && !sources.Any(source => Loose.Contains(source.ToLowerInvariant()) || IsAnyHost(source));

    // E.g. https://*:443/scripts.
    private static bool IsAnyHost(string source) => source.Split("://")[^1].Split(':', '/')[0] == "*";
}
