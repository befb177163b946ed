namespace Infra.Settings.Catalogue;

internal static class HealthCheckCatalogue
{
    public static TextSetting Path { get; } = new()
    {
        Key = "healthCheckPath",
        Default = "/health",
        Form = "a path other than / alone, of letters, digits and . _ ~ -, at most 1024 characters",
        MendOf = text => TextForms.IsHealthCheckPath(text) ? null : "write it like /health",
        Effect = "What the load balancer asks each server for. The web server itself answers it with 200, so the site has no file there.",
    };

    public static DurationSetting Interval { get; } = new()
    {
        Key = "healthCheckInterval",
        Default = "15s",
        Minimum = TimeSpan.FromSeconds(5),
        Maximum = TimeSpan.FromMinutes(5),
        Effect = "The time from one check of a server to the next.",
    };

    public static DurationSetting Timeout { get; } = new()
    {
        Key = "healthCheckTimeout",
        Default = "5s",
        Minimum = TimeSpan.FromSeconds(2),
        Maximum = TimeSpan.FromMinutes(2),
        Effect = "No answer for this long is a failed check. Shorter than healthCheckInterval.",
    };

    public static IntegerSetting HealthyThreshold { get; } = new()
    {
        Key = "healthyThreshold",
        Unit = "checks",
        Default = "2",
        Minimum = 2,
        Maximum = 10,
        Effect = "Checks in a row that a server must pass before it gets requests.",
    };

    public static IntegerSetting UnhealthyThreshold { get; } = new()
    {
        Key = "unhealthyThreshold",
        Unit = "checks",
        Default = "3",
        Minimum = 2,
        Maximum = 10,
        Effect = "Checks in a row that a server must fail before it gets no more requests and is replaced.",
    };

    public static IReadOnlyList<SettingDefinition> All { get; } = [Path, Interval, Timeout, HealthyThreshold, UnhealthyThreshold];
}
