using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R7: the load goes, and so do the servers that it brought. R6: nobody notices that they go.</summary>
internal sealed class FallingLoadStep : IScriptStep
{
    private const string NotProven = "that no other load keeps them";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var (group, before) = (context.Declared.Group, context.Stack.View);
        var surplus = before.Capacity - group.MinSize;
        var expected = string.Create(
            CultureInfo.InvariantCulture, $"without load there {(group.MinSize == 1 ? "is" : "are")} {group.MinSize} again");
        if (surplus <= 0)
            return [new(new("R7", expected, NotProven), Finding.NotApplicable("there was no server too many"))];

        Wait? back = null;
        var drained = await context.DuringAsync("the load is gone", async () =>
        {
            context.Stack.SetLoad(context.Load.Quiet);
            back = await context.UntilAsync(
                view => view.Capacity <= group.MinSize, ExpectedTimes.RemoveServers(surplus, group.InstanceWarmup), cancellation);
            await context.UntilAsync(
                view => view.Servers.Count <= group.MinSize, context.Declared.TargetGroup.DeregistrationDelay, cancellation);
        });
        return [back!.VerdictOn("R7", expected, NotProven), .. Serving.VerdictOn(drained, "while servers leave")];
    }
}
