using Infra.LoadBalancing;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Site;

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
        Effect = "What the load balancer asks each server for, and what must answer with 200: the application, or where there is none the "
            + "web server itself, to visitors too, so that the site must have no page there.",
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

    // Tried in this order where the path in use is taken.
    private static readonly string[] Free = ["/health", "/health-check", "/load-balancer-health-check"];

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

    /// <summary>The web server would answer "ok" in place of what the site has at the path, and nobody would find it.</summary>
    public static void CheckSite(StackSettings settings, SiteFolder site, ProblemList problems)
    {
        if (!problems.AreRead(Path) || site.FileAt(settings.HealthCheck.Path, settings.Site.Pages) is not { } file)
            return;

        var found = site.Files.Contains(file, StringComparer.Ordinal)
            ? $"where they get {settings.Site.Directory}/{file}"
            : "which stands for all that is not there";
        var free = Free.FirstOrDefault(path => site.FileAt(path, settings.Site.Pages) is null);
        problems.Add(Path,
            "must be a path where visitors get nothing of the site",
            $"{problems.TypedAt(Path)}, {found}",
            free is null ? "write one that the site does not have" : $"write one that the site does not have, such as {free}");
    }
}
