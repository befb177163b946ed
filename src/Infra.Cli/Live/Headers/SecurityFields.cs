using Infra.Cli.Live.Http;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Headers;

/// <summary>Header fields by what they mean to browsers, however they are written.</summary>
internal static class SecurityFields
{
    private const string Sniffing = "X-Content-Type-Options";
    private const string Framing = "X-Frame-Options";

    /// <summary>What is wrong with an answer's fields; none if all is well.</summary>
    public static string? Fault(HttpReply reply) =>
        TransportSecurity.Fault(reply.Headers[TransportSecurity.Field])
        ?? SniffingFault(Words(reply, Sniffing))
        ?? Fault(ContentPolicy.Of(reply.Headers[ContentPolicy.Field]), Words(reply, Framing));

    /// <summary>The same for a redirect, of which browsers show nothing.</summary>
    public static string? RedirectFault(HttpReply reply) => TransportSecurity.Fault(reply.Headers[TransportSecurity.Field]);

    // https://fetch.spec.whatwg.org/#x-content-type-options-header: the first word counts.
    private static string? SniffingFault(IReadOnlyList<string> words) =>
        words.Count == 0 ? $"{Sniffing} is missing"
        : words[0] != "nosniff" ? $"{Sniffing} is {LegibleText.Of(string.Join(", ", words))}, not nosniff"
        : null;

    private static string? Fault(IReadOnlyList<ContentPolicy> policies, IReadOnlyList<string> framing) =>
        policies.Count == 0 ? $"{ContentPolicy.Field} is missing"
        : FramingFault(policies, framing) ?? Best(policies, policy => policy.ScriptFault) ?? Best(policies, policy => policy.ObjectFault);

    // Each policy is enforced, so the strictest decides.
    private static string? Best(IReadOnlyList<ContentPolicy> policies, Func<ContentPolicy, string?> fault)
    {
        var faults = policies.Select(fault).ToList();
        return faults.Contains(null) ? null : $"{ContentPolicy.Field} {LegibleText.Of(faults[0]!)}";
    }

    // Where a policy has frame-ancestors, X-Frame-Options counts for nothing:
    // https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header.
    private static string? FramingFault(IReadOnlyList<ContentPolicy> policies, IReadOnlyList<string> framing)
    {
        var ancestors = policies.Select(policy => policy.FrameAncestors).OfType<IReadOnlyList<string>>().ToList();
        if (ancestors.Count > 0)
        {
            return ancestors.Any(sources => !sources.Any(ContentPolicy.IsAnything))
                ? null
                : $"{ContentPolicy.Field} has {LegibleText.Of(string.Join(' ', ancestors[0]))} in frame-ancestors";
        }

        return framing.Count == 0 ? $"{Framing} is missing, and {ContentPolicy.Field} has no frame-ancestors"
            : IsLimit(framing.Distinct().ToList()) ? null
            : $"{Framing} is {LegibleText.Of(string.Join(", ", framing))}, not DENY or SAMEORIGIN";
    }

    // Values that contradict each other are a refusal, unless none of them means anything.
    private static bool IsLimit(List<string> values) =>
        values is ["deny" or "sameorigin"] || (values.Count > 1 && values.Exists(value => value is "deny" or "sameorigin" or "allowall"));

    private static IReadOnlyList<string> Words(HttpReply reply, string name) =>
        [.. reply.Headers[name].SelectMany(value => value.Split(',')).Select(word => word.Trim().ToLowerInvariant())];
}
