using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

internal static class MonitoringTopic
{
    public static SettingArea Area { get; } = new("Monitoring");

    public static DurationSetting SlowResponse { get; } = Area.Add(new DurationSetting
    {
        Key = "slowResponse",
        Default = "1s",
        Minimum = TimeSpan.FromSeconds(1),
        Maximum = TimeSpan.FromMinutes(1),
        Effect = "An alarm is raised when one response in twenty takes longer.",
        WhenChanged = LiveChange.InPlace,
    });

    public static TextSetting AlarmEmail { get; } = Area.Add(new TextSetting
    {
        Key = "alarmEmail",
        Default = "",
        WhenNotSet = "alarms go to the topic alone",
        Form = "one e-mail address in ASCII, with a lower-case domain",
        MendOf = text => TextForms.IsEmail(text) ? null : "write it like ops@example.com",
        Example = "ops@example.com",
        Effect = "Gets every alarm by e-mail, once its owner has confirmed the subscription.",
        CanBeSecret = true,
        WhenChanged = new() { Replaces = ["topic subscription"], Interrupts = "e-mails, until the new address confirms" },
    });

    // What CloudWatch Logs takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
    public static ListedIntegerSetting LogRetentionDays { get; } = Area.Add(new ListedIntegerSetting
    {
        Key = "logRetentionDays",
        Unit = "days",
        Default = "90",
        Values = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
        Effect = "How long access, connection, flow and firewall logs are kept.",
        WhenChanged = LiveChange.InPlace,
    });

    public static MonitoringSettings Read(SettingsReader reader) => new()
    {
        SlowResponse = reader.Value(SlowResponse),
        AlarmEmail = reader.OptionalSecret(AlarmEmail),
        LogRetentionDays = reader.Value(LogRetentionDays),
    };
}

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
}
