namespace Infra.LoadBalancing;

/// <summary>How the load balancer tells whether a server is well.</summary>
/// <param name="Path">The path it asks for; the answer must be 200.</param>
/// <param name="Interval">The time from one check of a server to the next, in whole seconds; 5 s to 300 s.</param>
/// <param name="Timeout">The time a server has to answer, in whole seconds; less than the interval.</param>
/// <param name="HealthyThreshold">How many checks in a row must pass before an unhealthy server counts as healthy; 2 to 10.</param>
/// <param name="UnhealthyThreshold">How many checks in a row must fail before a server counts as unhealthy; 2 to 10.</param>
public sealed record HealthCheck(string Path, TimeSpan Interval, TimeSpan Timeout, int HealthyThreshold, int UnhealthyThreshold)
{
    /// <summary>
    /// The longest from the moment a server stops answering until it counts as unhealthy: the first check that fails may be
    /// a whole interval away, and the last one has to time out.
    /// </summary>
    public TimeSpan ToUnhealthy => (Interval * UnhealthyThreshold) + Timeout;

    /// <summary>
    /// From a server's first answer until the load balancer sends it requests. A server that boots for longer than
    /// <see cref="ToUnhealthy"/> is unhealthy by then, and so has to pass the whole threshold, not just the first check.
    /// </summary>
    public TimeSpan ToHealthy => Interval * HealthyThreshold;
}
