namespace Infra.Cli.Diagram.Facts;

/// <summary>The way of a request, step by step.</summary>
internal static class RequestPath
{
    public static IReadOnlyList<RequestStep> Of(Architecture architecture)
    {
        var target = architecture.TargetGroup;
        var steps = new List<RequestStep>();
        if (architecture.SiteName is { } site)
            Add(StepKind.Lookup, "DNS lookup", $"{site.Name} → load balancer", site.Name);
        if (architecture.Firewall is not null)
            Add(StepKind.Inspection, "Inspection", "AWS WAF lets it pass, or blocks it", "AWS WAF passes or blocks it");
        Add(StepKind.Tls, "TLS", $"ends at listener {architecture.Https.Address}", $"ends at {architecture.Https.Address}");
        Add(
            StepKind.Forward, "Forward", $"{target.Protocol} :{target.Port} to a healthy instance",
            $"{target.Protocol} :{target.Port}, healthy only");
        return steps;

        void Add(StepKind kind, string title, string detail, string brief) =>
            steps.Add(new(steps.Count + 1, kind, title, detail, brief));
    }
}

/// <param name="Brief">The detail in fewer words.</param>
internal sealed record RequestStep(int Number, StepKind Kind, string Title, string Detail, string Brief);

internal enum StepKind
{
    Lookup,
    Inspection,
    Tls,
    Forward,
}
