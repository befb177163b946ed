using System.Globalization;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R7: the load goes, and so do the servers that it brought. R6: nobody notices that they go.</summary>
internal sealed class LoadGoneStep : IDrillStep
{
    // The alarm that removes wants fifteen one-minute points in a row, and the first may begin a minute before the load goes.
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
    private static readonly TimeSpan LowLastsFor = TimeSpan.FromMinutes(15 + 1);

    // As ExpectedTimes reckons.
    private static readonly TimeSpan GroupReactsWithin = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Verdict>> RunAsync(DrillScene scene, CancellationToken cancellation)
    {
        var (group, before) = (scene.Declared.Group, scene.Stage.View);
        var surplus = before.Capacity - group.MinSize;
        var expected = string.Create(CultureInfo.InvariantCulture, $"without load there {(group.MinSize == 1 ? "is" : "are")} {group.MinSize} again");
        if (surplus <= 0)
            return [Verdict.NotTried("R7", expected, "there was no server too many")];

        Wait? back = null;
        var drained = await scene.DuringAsync("the load is gone", async () =>
        {
            scene.Stage.SetLoad(scene.Load.Quiet);
            back = await scene.UntilAsync(
                view => view.Capacity <= group.MinSize, Limit(surplus, group.InstanceWarmup), cancellation);
            await scene.UntilAsync(view => view.Servers.Count <= group.MinSize, scene.Declared.TargetGroup.DeregistrationDelay, cancellation);
        });
        return [Verdict.Within("R7", expected, back!), .. Serving.VerdictOn(drained, "servers leave")];
    }
    /// <summary>The longest until so many servers have left after the load, on AWS too.</summary>
    internal static TimeSpan Limit(int surplus, TimeSpan instanceWarmup) => ((LowLastsFor + GroupReactsWithin) * surplus) + instanceWarmup;
}
