using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads listeners, and the certificates that they show.</summary>
internal static partial class ListenerReader
{
    private const string HeaderPrefix = "routingHttpResponse";
    private const string HeaderSuffix = "HeaderValue";

    public static IReadOnlyList<DeclaredListener> Read(ResourceGraph graph) =>
        [.. graph.OfType(TypeToken.Listener).Select(listener => Read(graph, listener))];

    /// <summary>Whether clients speak HTTPS to it. For whoever asks no more: what else is to be known of it, a plan may not tell.</summary>
    public static bool IsHttps(ResourceNode listener) => listener.Text("protocol") == "HTTPS";

    private static DeclaredListener Read(ResourceGraph graph, ResourceNode listener) => new()
    {
        Node = listener,
        IsHttps = IsHttps(listener),
        Port = (int)listener.NeedNumber("port"),
        Action = listener.Text("defaultActions.0.type") ?? "none",
        Redirect = listener.Text("defaultActions.0.type") == "redirect" ? RedirectOf(listener) : null,
        TargetGroup = graph.ByIdOrArn(TypeToken.TargetGroup, listener.Text("defaultActions.0.targetGroupArn")) is { } group
            ? DeclaredTargetGroup.Of(group)
            : null,
        TlsPolicy = IsHttps(listener) ? listener.Text("sslPolicy") ?? "ELBSecurityPolicy-2016-08" : null,
        Certificate = listener.Text("certificateArn") is { } arn ? CertificateOf(graph, arn) : null,
        ResponseHeaders = listener.Inputs.Keys
            .Where(key => key.StartsWith(HeaderPrefix, StringComparison.Ordinal) && key.EndsWith(HeaderSuffix, StringComparison.Ordinal))
            .ToDictionary(key => HeaderName(key), listener.Need, StringComparer.OrdinalIgnoreCase),
        NamesItself = listener.Text("routingHttpResponseServerEnabled") != "false",
    };

    private static DeclaredRedirect RedirectOf(ResourceNode listener)
    {
        const string Action = "defaultActions.0.redirect";
        return new(
            listener.Text($"{Action}.statusCode") == "HTTP_301" ? 301 : 302,
            listener.Text($"{Action}.protocol") ?? "#{protocol}",
            listener.Text($"{Action}.port") ?? "#{port}",
            listener.Text($"{Action}.host") ?? "#{host}",
            listener.Text($"{Action}.path") ?? "/#{path}",
            listener.Text($"{Action}.query") ?? "#{query}");
    }

    // routingHttpResponseXFrameOptionsHeaderValue is X-Frame-Options.
    private static string HeaderName(string input) =>
        WordStart().Replace(input[HeaderPrefix.Length..^HeaderSuffix.Length], "-");

    private static DeclaredCertificate CertificateOf(ResourceGraph graph, string arn)
    {
        var certificate = graph.ByIdOrArn(TypeToken.Certificate, arn);
        var selfSigned = certificate?.Dependencies.Select(urn => graph[urn]).FirstOrDefault(node => node.Type == TypeToken.SelfSignedCert);
        if (selfSigned is not null)
            return new(selfSigned.Texts("dnsNames"), TimeSpan.FromHours(selfSigned.NeedNumber("validityPeriodHours")), IsSelfSigned: true);

        // ACM's last for 198 days since 2026: https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html.
        // Of somebody else's certificate the stack knows no name.
        string[] names = certificate?.Text("domainName") is { } name ? [name, .. certificate.Texts("subjectAlternativeNames")] : [];
        return new(names, TimeSpan.FromDays(198), IsSelfSigned: false);
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=^X)(?=[A-Z])")]
    private static partial Regex WordStart();
}
