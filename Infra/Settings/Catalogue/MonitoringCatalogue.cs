namespace Infra.Settings.Catalogue;

internal static class MonitoringCatalogue
{
    public static DurationSetting SlowResponse { get; } = new()
    {
        Key = "slowResponse",
        Default = "1s",
        Minimum = TimeSpan.FromSeconds(1),
        Maximum = TimeSpan.FromMinutes(1),
        Effect = "An alarm is raised when one response in twenty takes longer.",
    };

    public static TextSetting AlarmEmail { get; } = new()
    {
        Key = "alarmEmail",
        Default = "",
        WhenNotSet = "alarms go to the topic alone",
        Form = "one e-mail address in ASCII, with a lower-case domain",
        MendOf = text => TextForms.IsEmail(text) ? null : "write it like ops@example.com",
        Effect = "Gets every alarm by e-mail, once its owner has confirmed the subscription.",
        CanBeSecret = true,
    };

    // What CloudWatch Logs takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
    public static ListedIntegerSetting LogRetentionDays { get; } = new()
    {
        Key = "logRetentionDays",
        Unit = "days",
        Default = "90",
        Values = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
        Effect = "How long access, connection, flow and firewall logs are kept.",
    };

    public static IReadOnlyList<SettingDefinition> All { get; } = [SlowResponse, AlarmEmail, LogRetentionDays];
}
