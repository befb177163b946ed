using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;
using Infra.LoadBalancing;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>The load balancer across the public subnets: who gets in, its listeners, and its target group.</summary>
internal static class SlideBalancer
{
    public static void Draw(SlideSheet sheet)
    {
        var (bounds, balancer) = (SlideArea.BalancerBounds, sheet.Architecture.LoadBalancer);
        var reach = balancer.IsInternetFacing ? "internet-facing" : "internal";
        sheet.Add(Writing.Frame(
            LoadBalancerPart.LoadBalancer, BoxKind.Span, bounds, FramePart.Vpc, SlideArea.NameWidth(bounds),
            Words.Heading("Application Load Balancer"),
            Words.Detail($"{reach}, {(balancer.IsDualStack ? "IPv4 and IPv6" : "IPv4")}")));
        sheet.Add(SlideGuard.Of(
            GuardPart.Public, SlideArea.Inside(bounds, 116, 158), LoadBalancerPart.LoadBalancer, sheet.Architecture.PublicGuard));

        var https = sheet.Architecture.Https;
        Card(
            LoadBalancerPart.HttpsListener, 176, 234, Glyph.Lock,
            Words.Heading($"Listener {https.Address}", https.Address), Words.Detail(VersionsOf(https.First.TlsPolicy!)),
            Words.Detail(CertificateOf(https.First.Certificate)));
        var group = sheet.Architecture.TargetGroup;
        Card(
            LoadBalancerPart.TargetGroup, 264, 322, Glyph.TargetGroup,
            Words.Heading("Target group"),
            Words.Detail($"{group.Protocol} :{group.Port}"),
            Words.Detail($"health check every {group.HealthCheck.Interval.TotalSeconds} s"));
        sheet.ConnectVertically(
            LineKind.Request, LoadBalancerPart.HttpsListener, LoadBalancerPart.TargetGroup, bounds.CenterX);
        if (sheet.Architecture.Redirect is { First.Redirect: { } redirect, Address: var address })
        {
            Card(
                LoadBalancerPart.HttpListener, 352, 398, Glyph.None,
                Words.Heading($"Listener {address}", address),
                Words.Detail($"{redirect.StatusCode} redirect to {redirect.Protocol} :{redirect.Port}"));
        }

        void Card(string name, double top, double bottom, Glyph glyph, params IReadOnlyList<Words> words) => sheet.Add(Writing.Card(
            name, BoxKind.Card, SlideArea.Inside(bounds, top, bottom), LoadBalancerPart.LoadBalancer, glyph, words));
    }

    private static string VersionsOf(string policy) =>
        TlsPolicies.IsTls13Only(policy) ? "TLS 1.3" : TlsPolicies.IsAllowed(policy) ? "TLS 1.2 or 1.3" : policy;

    private static string[] CertificateOf(DeclaredCertificate? certificate) => certificate switch
    {
        { IsSelfSigned: true } => ["certificate: self-signed"],
        { Names: [var name, ..] } => [$"certificate for {name}", "certificate from ACM"],
        _ => ["existing certificate"],
    };
}
