using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>A stack that lives through one trouble after the other.</summary>
internal static class Life
{
    /// <summary>Lets it live through trouble, and looks after each thing that happens.</summary>
    public static async Task<(SimulatedStack Stack, LifeWatch Watch)> ThroughAsync(
        RehearsedStack declared, ServerModel model, IEnumerable<Trouble> troubles)
    {
        var stack = new SimulatedStack(declared, model);
        var watch = new LifeWatch(stack, declared.Group.Rollout);
        stack.SetLoad(Trouble.MinimumLoad);
        foreach (var trouble in troubles)
        {
            trouble.HappenTo(stack, watch, declared.Group.Zones);
            await watch.PassAsync(trouble.Then);
        }

        return (stack, watch);
    }

    /// <summary>Ends all trouble, with a version that works; returns what is wrong with the stack then or before, or null.</summary>
    public static async Task<string?> FaultAfterAsync(
        (SimulatedStack Stack, LifeWatch Watch) life, DeclaredGroup group, TimeSpan calm)
    {
        var (stack, watch) = life;
        stack.SetLoad(0);
        watch.Rolls(VersionFault.None);
        foreach (var zone in group.Zones)
            stack.RestoreZone(zone);

        await watch.PassAsync(calm);
        if (watch.Fault is not null)
            return watch.Fault;

        var crowd = stack.Events.FirstOrDefault(line => line.Capacity is < 0 or > 3);
        if (crowd is not null || stack.HighestCapacity > 3)
            return $"had {stack.HighestCapacity} servers: {crowd?.ToLine(stack.Events[0].Time)}";

        var (servers, healthy) = (stack.View.Servers.Count, stack.View.Healthy);
        return servers == group.MinSize && healthy == group.MinSize
            ? null
            : $"has {servers} servers, {healthy} of them healthy, {calm} after all trouble, and not {group.MinSize}";
    }
}
