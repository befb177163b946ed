using Infra.Settings.Kinds;

namespace Infra.Settings;

/// <summary>Every setting there is, in the order in which documentation and error messages list them.</summary>
public static class SettingsCatalogue
{
    /// <summary>All definitions, area by area.</summary>
    public static IReadOnlyList<SettingArea> Areas { get; } =
    [
        CertificateTopic.Area,
        NetworkTopic.Area,
        LoadBalancerTopic.Area,
        ResponseHeadersTopic.Area,
        ServerTopic.Area,
        SiteTopic.Area,
        ApplicationTopic.Area,
        HealthCheckTopic.Area,
        MonitoringTopic.Area,
        ProtectionTopic.Area,
    ];

    /// <summary>All definitions.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } = [.. Areas.SelectMany(area => area.Settings)];
}
