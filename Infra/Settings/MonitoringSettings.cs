using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>What is told to whom, and how long logs are kept.</summary>
public sealed record MonitoringSettings
{
    /// <summary>
    /// An alarm is raised when one response in twenty takes longer: 1 second to 1 minute, and 1 second by default.
    /// </summary>
    public required TimeSpan SlowResponse { get; init; }

    /// <summary>The address that gets alarms. Not set by default: they go to the topic alone.</summary>
    public SecretText? AlarmEmail { get; init; }

    /// <summary>How many days logs are kept, one of the numbers that CloudWatch Logs takes. 90 by default.</summary>
    public required int LogRetentionDays { get; init; }

    internal static MonitoringSettings Read(SettingsReader reader) => new()
    {
        SlowResponse = reader.Value(MonitoringCatalogue.SlowResponse),
        AlarmEmail = reader.OptionalSecret(MonitoringCatalogue.AlarmEmail),
        LogRetentionDays = reader.Value(MonitoringCatalogue.LogRetentionDays),
    };
}
