using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>
/// Reads the target group; what it does not set has AWS's default:
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html.
/// </summary>
internal static class TargetGroupReader
{
    public static DeclaredTargetGroup Read(ResourceNode group) => new()
    {
        IsHttps = group.Text("protocol") == "HTTPS",
        Port = (int)group.NeedNumber("port"),
        DeregistrationDelay = Seconds(group, "deregistrationDelay", 300),
        HealthCheck = new()
        {
            IsEnabled = group.Text("healthCheck.enabled") != "false",
            IsHttps = group.Text("healthCheck.protocol") == "HTTPS",
            Path = group.Text("healthCheck.path") ?? "/",
            Matcher = group.Text("healthCheck.matcher") ?? "200",
            Interval = Seconds(group, "healthCheck.interval", 30),
            Timeout = Seconds(group, "healthCheck.timeout", 5),
            HealthyThreshold = (int)(group.Number("healthCheck.healthyThreshold") ?? 5),
            UnhealthyThreshold = (int)(group.Number("healthCheck.unhealthyThreshold") ?? 2),
        },
    };

    private static TimeSpan Seconds(ResourceNode group, string path, double otherwise) => TimeSpan.FromSeconds(group.Number(path) ?? otherwise);
}
