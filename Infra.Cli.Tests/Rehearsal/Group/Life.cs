using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>A stack that lives through one trouble after the other.</summary>
internal static class Life
{
    public static async Task<SimulatedStage> ThroughAsync(RehearsedStack declared, ServerModel model, IEnumerable<Trouble> troubles)
    {
        var stage = new SimulatedStage(declared, model);
        foreach (var trouble in troubles)
        {
            trouble.HappenTo(stage, declared.Group.Zones);
            await stage.PassAsync(trouble.Then, CancellationToken.None);
        }

        return stage;
    }

    /// <summary>Ends all trouble and lets time pass; returns what is wrong with what the stack was or is then, or null.</summary>
    public static async Task<string?> FaultAfterAsync(SimulatedStage stage, DeclaredGroup group, TimeSpan calm)
    {
        stage.SetLoad(0);
        foreach (var zone in group.Zones)
            stage.RestoreZone(zone);

        await stage.PassAsync(calm, CancellationToken.None);

        var crowd = stage.Events.FirstOrDefault(line => line.Capacity is < 0 or > 3);
        if (crowd is not null || stage.HighestCapacity > 3)
            return $"had {stage.HighestCapacity} servers: {crowd?.ToLine(stage.Events[0].Time)}";

        var (servers, healthy) = (stage.View.Servers.Count, stage.View.Healthy);
        return servers == group.MinSize && healthy == group.MinSize
            ? null
            : $"has {servers} servers, {healthy} of them healthy, {calm} after all trouble, and not {group.MinSize}";
    }
}
