using Infra.LoadBalancing;
using Infra.Settings.Kinds;

namespace Infra.Settings;

/// <summary>
/// What is wrong with a content security policy that browsers would not tell its author of: they ignore what they do not know.
/// </summary>
internal static class ContentPolicyForm
{
    // https://www.w3.org/TR/CSP3/#csp-directives, and those of https://www.w3.org/TR/trusted-types/ and
    // https://www.w3.org/TR/upgrade-insecure-requests/.
    private static readonly string[] Directives =
    [
        "base-uri", "child-src", "connect-src", "default-src", "font-src", "form-action", "frame-ancestors", "frame-src", "img-src",
        "manifest-src", "media-src", "object-src", "report-to", "report-uri", "require-trusted-types-for", "sandbox", "script-src",
        "script-src-attr", "script-src-elem", "style-src", "style-src-attr", "style-src-elem", "trusted-types", "upgrade-insecure-requests",
        "webrtc", "worker-src",
    ];

    // https://www.w3.org/TR/CSP3/#grammardef-keyword-source
    private static readonly string[] Keywords =
    [
        "none", "self", "unsafe-inline", "unsafe-eval", "unsafe-hashes", "strict-dynamic", "report-sample", "wasm-unsafe-eval",
        "inline-speculation-rules",
    ];

    /// <summary>Null for a policy that means what it says, else what to write instead.</summary>
    public static string? MendOf(string text)
    {
        if (text.Length > ResponseHeaders.LongestValue)
            return "shorten it: a load balancer takes no more";
        if (text.FirstOrDefault(letter => !IsTaken(letter)) is var strange and not '\0')
            return $"take the {Name(strange)} out, which a load balancer refuses";
        if (text.Contains(',', StringComparison.Ordinal))
            return "take the comma out, which begins another policy: sources have a space between them, and directives a semicolon";

        var parts = ContentSecurityPolicy.Parts(text).ToList();
        return parts.Count == 0
            ? $"write it like {ContentSecurityPolicy.Strict}"
            : parts.Select(MendOf).FirstOrDefault(mend => mend is not null) ?? parts.GroupBy(part => part[0].ToLowerInvariant())
                .Where(same => same.Count() > 1)
                .Select(same => $"write {same.Key} once: browsers ignore the second")
                .FirstOrDefault();
    }

    private static string? MendOf(string[] directive)
    {
        var (name, sources) = (directive[0].ToLowerInvariant(), directive[1..]);
        if (!Directives.Contains(name))
        {
            return NearestName.Of(name, Directives) is { } meant
                ? $"write {meant} for {directive[0]}"
                : $"begin each directive with its name, such as img-src, and not with {directive[0]}";
        }

        if (!IsOfSources(name))
            return null;
        if (sources.FirstOrDefault(source => Keywords.Contains(source.ToLowerInvariant())) is { } bare)
            return $"write '{bare}' in {name} with its quotes: without them it is a host";
        return sources.Length > 1 && sources.Any(source => source.Equals("'none'", StringComparison.OrdinalIgnoreCase))
            ? $"take 'none' out of {name}, or all that stands beside it"
            : null;
    }

    private static bool IsOfSources(string directive) =>
        directive.Contains("-src", StringComparison.Ordinal) || directive is "base-uri" or "form-action" or "frame-ancestors";

    private static bool IsTaken(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || ResponseHeaders.SpecialCharacters.Contains(letter, StringComparison.Ordinal);

    private static string Name(char letter) => letter switch
    {
        '\n' or '\r' => "line break",
        '\t' => "tab",
        _ => letter.ToString(),
    };
}
