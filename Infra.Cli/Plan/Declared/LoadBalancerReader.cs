using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads the load balancer and its listeners.</summary>
internal static partial class LoadBalancerReader
{
    private const string HeaderPrefix = "routingHttpResponse";
    private const string HeaderSuffix = "HeaderValue";

    public static DeclaredLoadBalancer Read(ResourceGraph graph)
    {
        var loadBalancer = graph.Only(TypeToken.LoadBalancer);
        var listeners = graph.OfType(TypeToken.Listener).ToLookup(listener => listener.Need("protocol"));
        return new()
        {
            // What AWS takes when a stack says nothing: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html.
            IdleTimeout = TimeSpan.FromSeconds(loadBalancer.Number("idleTimeout") ?? 60),
            DropInvalidHeaders = loadBalancer.IsTrue("dropInvalidHeaderFields"),
            Http2 = loadBalancer.Text("enableHttp2") != "false",
            Http = listeners["HTTP"].Select(listener => ListenerOf(graph, listener)).FirstOrDefault(),
            Https = listeners["HTTPS"].Select(listener => ListenerOf(graph, listener)).FirstOrDefault()
                ?? throw new InvalidUsageException($"stack {graph.StackName} must have an HTTPS listener to rehearse"),
        };
    }

    private static DeclaredListener ListenerOf(ResourceGraph graph, ResourceNode listener) => new()
    {
        Port = (int)listener.NeedNumber("port"),
        Redirect = RedirectOf(listener),
        TlsPolicy = listener.Text("protocol") == "HTTPS" ? listener.Text("sslPolicy") ?? "ELBSecurityPolicy-2016-08" : null,
        Certificate = listener.Text("certificateArn") is { } arn ? CertificateOf(graph, arn) : null,
        ResponseHeaders = listener.Inputs.Keys
            .Where(key => key.StartsWith(HeaderPrefix, StringComparison.Ordinal) && key.EndsWith(HeaderSuffix, StringComparison.Ordinal))
            .ToDictionary(key => HeaderName(key), listener.Need, StringComparer.OrdinalIgnoreCase),
        NamesItself = listener.Text("routingHttpResponseServerEnabled") != "false",
    };

    private static DeclaredRedirect? RedirectOf(ResourceNode listener)
    {
        const string Action = "defaultActions.0.redirect";
        return listener.Text("defaultActions.0.type") switch
        {
            "forward" => null,
            "redirect" => new(
                listener.Text($"{Action}.statusCode") == "HTTP_301" ? 301 : 302,
                listener.Text($"{Action}.protocol") ?? "#{protocol}",
                listener.Text($"{Action}.port") ?? "#{port}",
                listener.Text($"{Action}.host") ?? "#{host}",
                listener.Text($"{Action}.path") ?? "/#{path}",
                listener.Text($"{Action}.query") ?? "#{query}"),
            var type => throw new InvalidUsageException($"{listener} must forward or redirect to be rehearsed, got the action {type}"),
        };
    }

    // routingHttpResponseXFrameOptionsHeaderValue is X-Frame-Options.
    private static string HeaderName(string input) =>
        WordStart().Replace(input[HeaderPrefix.Length..^HeaderSuffix.Length], "-");

    private static DeclaredCertificate CertificateOf(ResourceGraph graph, string arn)
    {
        var certificate = graph.ByIdOrArn(arn);
        var selfSigned = certificate?.Dependencies.Select(urn => graph[urn]).FirstOrDefault(node => node.Type == TypeToken.SelfSignedCert);
        if (selfSigned is not null)
            return new(selfSigned.Texts("dnsNames"), TimeSpan.FromHours(selfSigned.NeedNumber("validityPeriodHours")), IsSelfSigned: true);

        // ACM's last for 198 days since 2026: https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html.
        // Of somebody else's certificate the stack knows no name.
        string[] names = certificate is null ? [] : [certificate.Need("domainName"), .. certificate.Texts("subjectAlternativeNames")];
        return new(names, TimeSpan.FromDays(198), IsSelfSigned: false);
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=^X)(?=[A-Z])")]
    private static partial Regex WordStart();
}
