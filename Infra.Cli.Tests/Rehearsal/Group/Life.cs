using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>A stack that lives through one trouble after the other.</summary>
internal static class Life
{
    public static async Task<SimulatedStack> ThroughAsync(RehearsedStack declared, ServerModel model, IEnumerable<Trouble> troubles)
    {
        var stack = new SimulatedStack(declared, model);
        foreach (var trouble in troubles)
        {
            trouble.HappenTo(stack, declared.Group.Zones);
            await stack.PassAsync(trouble.Then, CancellationToken.None);
        }

        return stack;
    }

    /// <summary>Ends all trouble, with a version that works; returns what is wrong with the stack then or before, or null.</summary>
    public static async Task<string?> FaultAfterAsync(SimulatedStack stack, DeclaredGroup group, TimeSpan calm)
    {
        stack.SetLoad(0);
        stack.Roll();
        foreach (var zone in group.Zones)
            stack.RestoreZone(zone);

        await stack.PassAsync(calm, CancellationToken.None);

        var crowd = stack.Events.FirstOrDefault(line => line.Capacity is < 0 or > 3);
        if (crowd is not null || stack.HighestCapacity > 3)
            return $"had {stack.HighestCapacity} servers: {crowd?.ToLine(stack.Events[0].Time)}";

        var (servers, healthy) = (stack.View.Servers.Count, stack.View.Healthy);
        return servers == group.MinSize && healthy == group.MinSize
            ? null
            : $"has {servers} servers, {healthy} of them healthy, {calm} after all trouble, and not {group.MinSize}";
    }
}
