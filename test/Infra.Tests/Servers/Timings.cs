using Infra.Servers;

namespace Infra.Tests.Servers;

/// <summary>The timings that the settings have by default.</summary>
internal static class Timings
{
    public static ServerTimings Default => new()
    {
        HealthCheck = new("/health", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5), HealthyThreshold: 2, UnhealthyThreshold: 2),
        BootBudget = TimeSpan.FromSeconds(150),
        DeregistrationDelay = TimeSpan.FromSeconds(30),
    };

    /// <summary>The slowest that the settings accept.</summary>
    public static ServerTimings Slowest => new()
    {
        HealthCheck = new("/health", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(2), HealthyThreshold: 10, UnhealthyThreshold: 10),
        BootBudget = TimeSpan.FromMinutes(20),
        DeregistrationDelay = TimeSpan.FromMinutes(2),
    };
}
