using System.Globalization;
using System.Text.RegularExpressions;
using Infra.LoadBalancing;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

internal static partial class ResponseHeadersTopic
{
    private const string OfServers = "servers";

    // https://hstspreload.org/#submission-requirements
    private const long LeastToPreload = 31_536_000;

    public static SettingArea Area { get; } = new("Header fields");

    public static TextSetting ContentSecurityPolicy { get; } = Area.Add(new TextSetting
    {
        Key = "contentSecurityPolicy",
        Default = LoadBalancing.ContentSecurityPolicy.Strict,
        Form = "servers, or a content security policy of at most 1,024 characters without commas",
        MendOf = text => text == OfServers ? null : ContentPolicyForm.MendOf(text),
        Example = "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'",
        Effect = "What pages may load, run and be framed by; X-Frame-Options follows from it. With servers the load balancer leaves both "
            + "to the servers; one that runs keeps those it had until they are taken from its listener by hand.",
        WhenChanged = LiveChange.InPlace,
    });

    public static TextSetting StrictTransportSecurity { get; } = Area.Add(new TextSetting
    {
        Key = "strictTransportSecurity",
        Default = ResponseHeaders.TransportSecurityForAYear,
        Form = "max-age=SECONDS, then ; includeSubDomains and ; preload where wanted",
        MendOf = MendOfTransportSecurity,
        Example = "max-age=63072000; includeSubDomains",
        Effect = "For how long browsers that came once ask for HTTPS only. It can't be taken back before.",
        WhenChanged = LiveChange.InPlace,
    });

    public static ResponseHeaders Read(SettingsReader reader) => new()
    {
        ContentSecurityPolicy = reader.Value(ContentSecurityPolicy) is var policy && policy == OfServers ? null : policy,
        StrictTransportSecurity = reader.Value(StrictTransportSecurity),
    };

    private static string? MendOfTransportSecurity(string text)
    {
        var parts = TransportSecurity().Match(text);
        if (!parts.Success)
            return $"write it like {ResponseHeaders.TransportSecurityForAYear}; includeSubDomains";

        var age = long.Parse(parts.Groups["age"].Value, CultureInfo.InvariantCulture);
        return parts.Groups["preload"].Success && (age < LeastToPreload || !parts.Groups["subdomains"].Success)
            ? "add includeSubDomains and a year or more, without which no browser preloads it, or take preload out"
            : null;
    }

    [GeneratedRegex(
        @"^max-age=(?<age>0|[1-9][0-9]{0,9})(?<subdomains>; includeSubDomains)?(?<preload>; preload)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TransportSecurity();
}
