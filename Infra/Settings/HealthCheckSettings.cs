using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>How a sick server is noticed.</summary>
public sealed record HealthCheckSettings
{
    /// <summary>The path that the load balancer asks for, <c>/health</c> by default. The web server answers it itself.</summary>
    public required string Path { get; init; }

    /// <summary>From one check to the next: 5 seconds to 5 minutes, and 15 seconds by default.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>
    /// How long an answer may take: 2 seconds to 2 minutes, shorter than <see cref="Interval"/>, and 5 seconds by default.
    /// </summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Checks in a row that make a server healthy: 2 to 10, and 2 by default.</summary>
    public required int HealthyThreshold { get; init; }

    /// <summary>Failed checks in a row that make a server unhealthy: 2 to 10, and 3 by default.</summary>
    public required int UnhealthyThreshold { get; init; }

    internal static HealthCheckSettings Read(SettingsReader reader) => new()
    {
        Path = reader.Value(HealthCheckCatalogue.Path),
        Interval = reader.Value(HealthCheckCatalogue.Interval),
        Timeout = reader.Value(HealthCheckCatalogue.Timeout),
        HealthyThreshold = reader.Value(HealthCheckCatalogue.HealthyThreshold),
        UnhealthyThreshold = reader.Value(HealthCheckCatalogue.UnhealthyThreshold),
    };
}
