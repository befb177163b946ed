namespace Infra.LoadBalancing;

/// <summary>How the load balancer tells whether a server is well.</summary>
/// <param name="Path">The path it asks for; the answer must be 200.</param>
/// <param name="Interval">The time from one check of a server to the next, in whole seconds; 5 s to 300 s.</param>
/// <param name="Timeout">The time a server has to answer, in whole seconds; less than the interval.</param>
/// <param name="HealthyThreshold">How many checks in a row must pass before an unhealthy server counts as healthy; 2 to 10.</param>
/// <param name="UnhealthyThreshold">How many checks in a row must fail before a server counts as unhealthy; 2 to 10.</param>
public sealed record HealthCheck(string Path, TimeSpan Interval, TimeSpan Timeout, int HealthyThreshold, int UnhealthyThreshold);
