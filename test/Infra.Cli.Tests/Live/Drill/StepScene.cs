using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>One step of a drill, without those before it.</summary>
internal static class StepScene
{
    /// <summary>What it finds in, with the group as it is now for what was before.</summary>
    public static async Task<DrillContext> OfAsync(PlayedDrill played)
    {
        var cloud = new StackCloud(new(played.Aws, played.Outputs.Region, played.Clock), played.Outputs);
        return new(played.Outputs, cloud, new(cloud, played.Clock, _ => { }), played.Load, played.Plan)
        {
            Before = await cloud.GroupAsync(CancellationToken.None),
            LoadClock = played.LoadClock,
        };
    }

    /// <summary>What it finds first, as a text.</summary>
    public static async Task<string> FindAsync(IDrillStep step, DrillContext context) =>
        Text((await step.RunAsync(context, CancellationToken.None))[0]);

    /// <summary>A finding as a text.</summary>
    public static string Text(Finding finding) => $"{finding.Outcome}: {finding.Seen}";
}
