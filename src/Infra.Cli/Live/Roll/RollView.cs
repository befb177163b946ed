using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Roll;

/// <summary>A roll at one moment.</summary>
/// <param name="Refresh">The instance refresh.</param>
/// <param name="Group">The group and its servers.</param>
/// <param name="Version">The version that servers are to have.</param>
/// <param name="Ringing">The alarms that ring.</param>
internal sealed record RollView(RefreshAnswer Refresh, GroupAnswer Group, string Version, IReadOnlyList<string> Ringing)
{
    /// <summary>How it stands, as a sentence's part.</summary>
    public string Shown
    {
        get
        {
            var servers = Versions.Counted(Group);
            var done = servers.Count(server => server.LaunchTemplate?.Version == Version);
            var healthy = servers.Count(server => server is { LifecycleState: "InService", HealthStatus: "Healthy" });
            var alarms = Ringing.Count == 0 ? "" : $"; ringing: {string.Join(", ", Ringing)}";
            return $"{Refresh.Status}: {done} of {servers.Count} servers have version {Version}, {healthy} healthy, "
                + $"{Group.DesiredCapacity} desired{alarms}";
        }
    }
}
