namespace Infra.LoadBalancing;

/// <summary>
/// What a page may load, run and be framed by, as a server tells browsers: https://www.w3.org/TR/CSP3/#parse-serialized-policy.
/// </summary>
public sealed class ContentSecurityPolicy
{
    /// <summary>The site consists of its own files only: nothing inline, nothing from elsewhere, no frames around it.</summary>
    public const string Strict = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private ContentSecurityPolicy(IReadOnlyDictionary<string, IReadOnlyList<string>> directives) => Directives = directives;

    /// <summary>The sources of each directive, whose name is in lower case; of one that stands twice those of the first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Directives { get; }

    /// <summary>
    /// What browsers that do not know <c>frame-ancestors</c> are told: <c>DENY</c>, unless the policy lets somebody frame the site.
    /// Others heed it only where the policy has no <c>frame-ancestors</c>.
    /// </summary>
    public string XFrameOptions => Directives.GetValueOrDefault("frame-ancestors") is null or [] or ["'none'"] ? "DENY" : "SAMEORIGIN";

    /// <summary>Reads one, whatever its directives are.</summary>
    public static ContentSecurityPolicy Of(string text) => new(Parts(text)
        .DistinctBy(words => words[0].ToLowerInvariant())
        .ToDictionary(words => words[0].ToLowerInvariant(), IReadOnlyList<string> (words) => words[1..]));

    internal static IEnumerable<string[]> Parts(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
