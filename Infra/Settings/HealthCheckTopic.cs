using Infra.LoadBalancing;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

internal static class HealthCheckTopic
{
    public static SettingArea Area { get; } = new("Health check");

    public static TextSetting Path { get; } = Area.Add(new TextSetting
    {
        Key = "healthCheckPath",
        Default = "/health",
        Form = "a path other than / alone, of letters, digits and . _ ~ -, at most 1024 characters",
        MendOf = text => TextForms.IsHealthCheckPath(text) ? null : "write it like /health",
        Example = "/alive",
        Effect = "What the load balancer asks each server for. The web server itself answers it with 200, so the site has no file there.",
        WhenChanged = LiveChange.Roll,
    });

    public static DurationSetting Interval { get; } = Area.Add(new DurationSetting
    {
        Key = "healthCheckInterval",
        // ALB's own default is 30 s; what lasts longest of a failure is the wait for the checks that notice it: docs/decisions/0024.
        Default = "10s",
        Minimum = TimeSpan.FromSeconds(5),
        Maximum = TimeSpan.FromMinutes(5),
        Effect = "The time from one check of a server to the next.",
        WhenChanged = LiveChange.InPlace,
    });

    public static DurationSetting Timeout { get; } = Area.Add(new DurationSetting
    {
        Key = "healthCheckTimeout",
        Default = "5s",
        Minimum = TimeSpan.FromSeconds(2),
        Maximum = TimeSpan.FromMinutes(2),
        Effect = "No answer for this long is a failed check. Shorter than healthCheckInterval.",
        WhenChanged = LiveChange.InPlace,
    });

    public static IntegerSetting HealthyThreshold { get; } = Area.Add(new IntegerSetting
    {
        Key = "healthyThreshold",
        Unit = "checks",
        Default = "2",
        Minimum = 2,
        Maximum = 10,
        Effect = "Checks in a row that a server must pass before it gets requests.",
        WhenChanged = LiveChange.InPlace,
    });

    public static IntegerSetting UnhealthyThreshold { get; } = Area.Add(new IntegerSetting
    {
        Key = "unhealthyThreshold",
        Unit = "checks",
        Default = "2",
        Minimum = 2,
        Maximum = 10,
        Effect = "Checks in a row that a server must fail before it gets no more requests and is replaced.",
        WhenChanged = LiveChange.InPlace,
    });

    public static HealthCheck Read(SettingsReader reader) => new(
        reader.Value(Path),
        reader.Value(Interval),
        reader.Value(Timeout),
        reader.Value(HealthyThreshold),
        reader.Value(UnhealthyThreshold));

    public static void Check(HealthCheck healthCheck, ProblemList problems)
    {
        if (problems.AreRead(Interval, Timeout) && healthCheck.Timeout >= healthCheck.Interval)
        {
            var interval = problems.NameOf(Interval);
            problems.Add(Timeout,
                $"must be shorter than {interval} ({problems.TypedAt(Interval)})",
                problems.TypedAt(Timeout), $"lower it, or raise {interval}");
        }
    }
}
