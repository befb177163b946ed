namespace Infra.Cli.Live.Headers;

/// <summary>One policy of a Content-Security-Policy as browsers read it: https://www.w3.org/TR/CSP3/#parse-serialized-policy.</summary>
internal sealed class ContentPolicy
{
    public const string Field = "Content-Security-Policy";

    private static readonly char[] Spaces = [' ', '\t', '\f'];

    // Sources that anybody can put something in.
    private static readonly HashSet<string> Schemes =
        new(StringComparer.OrdinalIgnoreCase) { "http:", "https:", "ftp:", "data:", "ws:", "wss:" };

    private static readonly IReadOnlyList<string> Names = ["'nonce-", "'sha256-", "'sha384-", "'sha512-"];

    private readonly Dictionary<string, IReadOnlyList<string>> _directives = new(StringComparer.OrdinalIgnoreCase);

    private ContentPolicy(string text)
    {
        foreach (var directive in text.Split(';'))
        {
            // The first of a name counts.
            if (directive.Split(Spaces, StringSplitOptions.RemoveEmptyEntries) is [var name, .. var sources])
                _directives.TryAdd(name, sources);
        }
    }

    /// <summary>The policies of an answer, all of which browsers enforce; a comma ends one as a field does.</summary>
    public static IReadOnlyList<ContentPolicy> Of(IEnumerable<string> values) =>
    [
        .. values.SelectMany(value => value.Split(',')).Select(text => new ContentPolicy(text))
            .Where(policy => policy._directives.Count > 0),
    ];

    /// <summary>What lets a foreign script run; none if nothing does.</summary>
    public string? ScriptFault =>
        Fault(["script-src", "default-src"], areScripts: true)
        ?? Fault(["script-src-elem", "script-src", "default-src"], areScripts: true)
        ?? Fault(["script-src-attr", "script-src", "default-src"], areScripts: true);

    /// <summary>What lets a foreign plug-in run; none if nothing does.</summary>
    public string? ObjectFault => Fault(["object-src", "default-src"], areScripts: false);

    /// <summary>The sites that may frame a page; none if it does not say.</summary>
    public IReadOnlyList<string>? FrameAncestors => _directives.GetValueOrDefault("frame-ancestors");

    /// <summary>Whether a source is no limit: a wildcard for all hosts, or all that a scheme reaches.</summary>
    public static bool IsAnything(string source)
    {
        var host = source.Contains("://", StringComparison.Ordinal) ? source.Split("://", 2)[1] : source;
        return Schemes.Contains(source) || host.Split(':', '/')[0] == "*";
    }

    private string? Fault(string[] names, bool areScripts)
    {
        if (names.FirstOrDefault(_directives.ContainsKey) is not { } name)
            return $"has no {string.Join(" or ", names)}";

        var sources = _directives[name];
        return Faults(sources, areScripts).Select(source => $"has {source} in {name}").FirstOrDefault();
    }

    // By a nonce or a hash browsers forget 'unsafe-inline', and by 'strict-dynamic' all hosts and schemes, which stand there for
    // those that know neither.
    private static IEnumerable<string> Faults(IReadOnlyList<string> sources, bool areScripts)
    {
        var (isDynamic, isNamed) = (areScripts && sources.Any(source => Is(source, "'strict-dynamic'")), sources.Any(IsNonceOrHash));
        return sources.Where(source =>
            Is(source, "'unsafe-eval'") && areScripts
            || Is(source, "'unsafe-inline'") && areScripts && !isNamed && !isDynamic
            || IsAnything(source) && !isDynamic);
    }

    private static bool IsNonceOrHash(string source) =>
        Names.Any(kind => source.StartsWith(kind, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string source, string keyword) => source.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
