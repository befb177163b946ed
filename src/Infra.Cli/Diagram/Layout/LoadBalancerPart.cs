using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Layout;

/// <summary>The load balancer across the public subnets, with its listeners and its target group.</summary>
internal static class LoadBalancerPart
{
    public const string LoadBalancer = "load-balancer";
    public const string HttpListener = "http-listener";
    public const string HttpsListener = "https-listener";
    public const string TargetGroup = "target-group";

    private const double NameWidth = Columns.FrontLeft - Columns.SpanLeft - 12;
    private const double Pad = 10;
    private const double ListenerHeight = 46;
    private const double TargetGroupHeight = 62;

    public static void Draw(Sheet sheet)
    {
        var balancer = sheet.Architecture.LoadBalancer;
        var bounds = Rect.Between(Columns.SpanLeft, sheet.Rows.LoadBalancer.Top, Columns.SpanRight, sheet.Rows.LoadBalancer.Bottom);
        sheet.Add(Writing.Frame(LoadBalancer, BoxKind.Span, bounds, FramePart.Vpc, NameWidth, [.. NameOf(balancer)]));

        var top = bounds.Y + Pad;
        if (sheet.Architecture.Redirect is { First.Redirect: { } redirect, Address: var address })
        {
            var destination = $"{redirect.Protocol} :{redirect.Port}";
            sheet.Add(Writing.Card(
                HttpListener,
                BoxKind.Card,
                new(Columns.FrontLeft, top, Columns.HttpRight - Columns.FrontLeft, ListenerHeight),
                LoadBalancer,
                Glyph.None,
                Words.Heading($"Listener {address}", address),
                Words.Detail($"{redirect.StatusCode} redirect to {destination}", $"{redirect.StatusCode} to {destination}")));
        }

        var https = sheet.Architecture.Https;
        sheet.Add(Writing.Card(
            HttpsListener,
            BoxKind.Card,
            new(Columns.HttpsLeft, top, Columns.FrontRight - Columns.HttpsLeft, ListenerHeight),
            LoadBalancer,
            Glyph.Lock,
            Words.Heading($"Listener {https.Address}, TLS policy"),
            Words.Detail(https.First.TlsPolicy!)));

        DrawTargetGroup(sheet, sheet.Architecture.TargetGroup, bounds);
    }

    private static IEnumerable<Words> NameOf(DeclaredLoadBalancer balancer)
    {
        yield return Words.Heading("Application");
        yield return Words.Heading("Load Balancer");
        yield return Words.Detail(balancer.IsInternetFacing ? "internet-facing" : "internal");
        yield return Words.Detail(balancer.IsDualStack ? "IPv4 and IPv6" : "IPv4");
        if (balancer.IsDeletionProtected)
            yield return Words.Detail("no deletion");
    }

    private static void DrawTargetGroup(Sheet sheet, DeclaredTargetGroup group, Rect balancer)
    {
        var health = group.HealthCheck;
        var bounds = Rect.Between(Columns.HttpsLeft, balancer.Bottom - Pad - TargetGroupHeight, Columns.FrontRight, balancer.Bottom - Pad);
        sheet.Add(Writing.Card(
            TargetGroup,
            BoxKind.Card,
            bounds,
            LoadBalancer,
            Glyph.TargetGroup,
            Words.Heading($"Target group {group.Protocol} :{group.Port}"),
            Words.Detail($"Health check {health.Protocol} {health.Path} every {health.Interval.TotalSeconds} s"),
            Words.Detail($"healthy after {health.HealthyThreshold} passes, unhealthy after {health.UnhealthyThreshold} failures",
                $"healthy after {health.HealthyThreshold} passes, not after {health.UnhealthyThreshold} failures")));
        sheet.ConnectVertically(LineKind.Request, HttpsListener, TargetGroup, sheet.Columns.HttpsLane);
    }
}
