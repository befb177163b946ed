namespace Infra.Servers;

/// <summary>The times that decide how fast a sick server is noticed and replaced.</summary>
public sealed record ServerTimings
{
    /// <summary>The time between two health checks of a server.</summary>
    public required TimeSpan HealthCheckInterval { get; init; }

    /// <summary>How long the load balancer waits for an answer to a health check.</summary>
    public required TimeSpan HealthCheckTimeout { get; init; }

    /// <summary>Passed checks in a row that make an unhealthy server healthy.</summary>
    public required int HealthyThreshold { get; init; }

    /// <summary>Failed checks in a row that make a healthy server unhealthy.</summary>
    public required int UnhealthyThreshold { get; init; }

    /// <summary>The longest that a server may take from its launch until it can answer.</summary>
    public required TimeSpan BootBudget { get; init; }

    /// <summary>How long a server that leaves may finish its requests. It keeps running meanwhile.</summary>
    public required TimeSpan DeregistrationDelay { get; init; }

    /// <summary>
    /// How long the group leaves a new server alone: the boot budget, and the checks that an answering server then needs to
    /// count as healthy. Any less, and the group would replace servers that are still starting, for ever.
    /// </summary>
    public TimeSpan GracePeriod => BootBudget + ChecksToHealthy;

    /// <summary>
    /// The longest from the moment a server stops answering until it counts as unhealthy: the first check that fails may be
    /// a whole interval away, and the last one has to time out.
    /// </summary>
    public TimeSpan ToUnhealthy => (HealthCheckInterval * UnhealthyThreshold) + HealthCheckTimeout;

    /// <summary>
    /// From a server's first answer until the load balancer sends it requests. A server that boots for longer than
    /// <see cref="ToUnhealthy"/> is unhealthy by then, and so has to pass the whole threshold, not just the first check.
    /// </summary>
    public TimeSpan ChecksToHealthy => HealthCheckInterval * HealthyThreshold;
}
