using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Firewall;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>What the page is told once: the first event of a stream.</summary>
internal sealed record PageFacts
{
    public required string Stack { get; init; }

    public required Uri? HttpUrl { get; init; }

    public required Uri HttpsUrl { get; init; }

    /// <summary>The status code of the HTTP listener's redirect; none if it has none.</summary>
    public required int? RedirectStatusCode { get; init; }

    public required string? TlsPolicy { get; init; }

    /// <summary>E.g. <c>HTTP /healthz every 15 s, 2 failures in a row are unhealthy</c>.</summary>
    public required string HealthCheck { get; init; }

    /// <summary>E.g. <c>nginx 1.22.1, over HTTPS</c>.</summary>
    public required string Servers { get; init; }

    public required double Speed { get; init; }

    public required double BootSeconds { get; init; }

    public required double CapacityPerServer { get; init; }

    /// <summary>How many addresses the load comes from.</summary>
    public required int Addresses { get; init; }

    public required double MaximumLoad { get; init; }

    /// <summary>The average processor load that the group holds, in percent; none if it tracks none.</summary>
    public required double? CpuTarget { get; init; }

    /// <summary>Whether servers take content while they run.</summary>
    public required bool TakesContent { get; init; }

    public required IReadOnlyList<string> Zones { get; init; }

    public static PageFacts Of(PageInfo info)
    {
        var (balancer, targets) = (info.Declared.LoadBalancer, info.Declared.TargetGroup);
        return new()
        {
            Stack = info.Declared.StackName,
            HttpUrl = info.HttpUrl,
            HttpsUrl = info.HttpsUrl,
            RedirectStatusCode = balancer.Http?.Redirect?.StatusCode,
            TlsPolicy = balancer.Https.TlsPolicy,
            HealthCheck = TextOf(targets.HealthCheck),
            Servers = $"{info.ServerDescription}, over {Protocol(targets.IsHttps)}",
            Speed = info.Speed,
            BootSeconds = info.Model.BootTime.TotalSeconds,
            CapacityPerServer = info.Model.CapacityPerServer,
            Addresses = Visitors.Addresses,
            MaximumLoad = info.MaximumLoad,
            CpuTarget = info.Declared.Group.Tracking.FirstOrDefault(policy => policy.Metric == TrackedMetric.AverageCpu)?.Target,
            TakesContent = info.Content is not null,
            Zones = info.Declared.Group.Zones,
        };
    }

    private static string TextOf(DeclaredHealthCheck check) => check.IsEnabled
        ? $"{Protocol(check.IsHttps)} {check.Path} every {check.Interval.TotalSeconds} s, "
            + $"unhealthy after {check.UnhealthyThreshold} failed in a row"
        : "none";

    private static string Protocol(bool isHttps) => isHttps ? "HTTPS" : "HTTP";
}
