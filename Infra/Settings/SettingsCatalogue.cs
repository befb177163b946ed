using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>Every setting there is, in the order in which documentation and error messages list them.</summary>
public static class SettingsCatalogue
{
    /// <summary>All definitions, topic by topic.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        .. CertificateCatalogue.All,
        .. NetworkCatalogue.All,
        .. LoadBalancerCatalogue.All,
        .. ServerCatalogue.All,
        .. HealthCheckCatalogue.All,
        .. MonitoringCatalogue.All,
        ProtectionCatalogue.DeletionProtection,
    ];
}
