using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>Every setting there is, in the order in which documentation and error messages list them.</summary>
public static class SettingsCatalogue
{
    /// <summary>All definitions, area by area.</summary>
    public static IReadOnlyList<SettingArea> Areas { get; } =
    [
        new("Name and certificate", CertificateCatalogue.All),
        new("Network", NetworkCatalogue.All),
        new("Load balancer", LoadBalancerCatalogue.All),
        new("Servers", ServerCatalogue.All),
        new("Health check", HealthCheckCatalogue.All),
        new("Monitoring", MonitoringCatalogue.All),
        new("Protection", [ProtectionCatalogue.DeletionProtection]),
    ];

    /// <summary>All definitions.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [.. Areas.SelectMany(area => area.Settings)];
}
