namespace Infra.Cli.Plan.Declared;

/// <summary>The target group.</summary>
internal sealed record DeclaredTargetGroup
{
    /// <summary>Whether the load balancer talks HTTPS to the servers.</summary>
    public required bool IsHttps { get; init; }

    /// <summary>The servers' port.</summary>
    public required int Port { get; init; }

    /// <summary>How long a server that leaves may finish its requests.</summary>
    public required TimeSpan DeregistrationDelay { get; init; }

    public required DeclaredHealthCheck HealthCheck { get; init; }
}

/// <summary>How the load balancer checks a server. See https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.</summary>
internal sealed record DeclaredHealthCheck
{
    public required bool IsEnabled { get; init; }

    public required bool IsHttps { get; init; }

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
