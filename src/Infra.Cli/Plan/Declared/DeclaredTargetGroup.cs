using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>A target group.</summary>
internal sealed record DeclaredTargetGroup : INamed
{
    public required string Name { get; init; }

    /// <summary>Whether the load balancer talks HTTPS to the servers.</summary>
    public required bool IsHttps { get; init; }

    public string Protocol => IsHttps ? "HTTPS" : "HTTP";

    /// <summary>The servers' port.</summary>
    public required int Port { get; init; }

    /// <summary>How long a server that leaves may finish its requests.</summary>
    public required TimeSpan DeregistrationDelay { get; init; }

    public required DeclaredHealthCheck HealthCheck { get; init; }

    // What is not set has AWS's default: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html.
    public static DeclaredTargetGroup Of(ResourceNode group) => new()
    {
        Name = group.Name,
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

    private static TimeSpan Seconds(ResourceNode group, string path, double otherwise) =>
        TimeSpan.FromSeconds(group.Number(path) ?? otherwise);
}

/// <summary>
/// How the load balancer checks a server. See
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.
/// </summary>
internal sealed record DeclaredHealthCheck
{
    public required bool IsEnabled { get; init; }

    public required bool IsHttps { get; init; }

    public string Protocol => IsHttps ? "HTTPS" : "HTTP";

    public required string Path { get; init; }

    /// <summary>The status codes that pass, as AWS writes them: <c>200</c>, <c>200,302</c> or <c>200-299</c>.</summary>
    public required string Matcher { get; init; }

    /// <summary>From the start of one check to the start of the next.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>How long the load balancer waits for an answer.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Passed checks in a row that make an unhealthy server healthy. A new server needs one.</summary>
    public required int HealthyThreshold { get; init; }

    /// <summary>Failed checks in a row that make a server unhealthy.</summary>
    public required int UnhealthyThreshold { get; init; }
}
