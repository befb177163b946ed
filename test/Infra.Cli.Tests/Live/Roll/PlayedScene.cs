using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Roll;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>What the parts of a roll share, for one part alone.</summary>
internal static class PlayedScene
{
    public const string Mark = "infra:roll-holds";
    public const string Both = "AlarmNotification+ScheduledActions";

    /// <summary>Of a played roll, which takes at most so many seconds.</summary>
    public static RollScene Of(PlayedRoll played, int seconds = 2100)
    {
        var cloud = new RollCloud(new(played.Aws, played.Outputs.Region, played.Clock), played.Outputs);
        var watch = new RollWatch(cloud, played.Clock, view => played.Shown.Add(view.Shown)) { Longest = TimeSpan.FromSeconds(seconds) };
        return new("dev", played.Outputs, cloud, watch, new(cloud, played.Clock), played.Clock);
    }

    /// <summary>Has scaling held, by a mark of this time.</summary>
    public static void Hold(PlayedRoll played, string time)
    {
        played.Aws.Suspended.AddRange(Both.Split('+'));
        played.Aws.Marks[Mark] = $"{Both}@{time}";
    }
}
