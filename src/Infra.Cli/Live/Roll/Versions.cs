using System.Globalization;
using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Roll;

/// <summary>Which version of the launch template is where.</summary>
internal static class Versions
{
    /// <summary>The servers that count.</summary>
    public static IReadOnlyList<GroupInstance> Counted(GroupAnswer group) => [.. group.Instances.Where(server => server.IsCounted)];

    /// <summary>Whether the group launches from a version, and every server was.</summary>
    public static bool IsEverywhere(string version, GroupAnswer group) =>
        group.LaunchTemplate?.Version == version && Counted(group).All(server => server.LaunchTemplate?.Version == version);

    /// <summary>
    /// The version before another one. The group has it still where AWS may go back to it; else servers that are not replaced yet have,
    /// else the last roll that succeeded says it, and else it is the number before. None if there is nothing to go by.
    /// </summary>
    public static string? Before(string version, GroupAnswer group, IEnumerable<RefreshAnswer> refreshes) =>
        new[] { group.LaunchTemplate?.Version }
            .Concat(Counted(group).Select(server => server.LaunchTemplate?.Version).OrderByDescending(NumberOf))
            .Concat(refreshes
                .Where(refresh => refresh.Status == RefreshStatus.Successful)
                .OrderByDescending(refresh => refresh.StartTime)
                .Select(Of))
            .Append(NumberOf(version) is > 1 and var number ? (number - 1).ToString(CultureInfo.InvariantCulture) : null)
            .FirstOrDefault(candidate => candidate is not null && candidate != version);

    /// <summary>The version that a refresh leads to, where it says so.</summary>
    public static string? Of(RefreshAnswer refresh) => refresh.DesiredConfiguration?.LaunchTemplate?.Version;

    private static int NumberOf(string? version) => int.TryParse(version, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
