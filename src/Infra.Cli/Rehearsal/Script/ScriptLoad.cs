using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>The loads of a drill, in requests a second.</summary>
/// <param name="Quiet">Far below every target, and yet enough to see whether requests fail.</param>
/// <param name="Heavy">Three times what one server more than the minimum can take at its targets.</param>
internal sealed record ScriptLoad(double Quiet, double Heavy)
{
    private const double QuietShare = 0.2;
    private const double HeavyFactor = 3;

    // Where nothing is tracked, half of what a server can do stands for the target.
    private const double UntrackedCpu = 50;

    public static ScriptLoad For(DeclaredGroup group, ServerModel model)
    {
        var perServer = group.Tracking
            .Select(tracking => AtTarget(tracking, model))
            .DefaultIfEmpty(model.CapacityPerServer * UntrackedCpu / 100)
            .Min();
        return new(QuietShare * perServer * group.MinSize, HeavyFactor * perServer * (group.MinSize + 1));
    }

    private static double AtTarget(DeclaredTracking tracking, ServerModel model) => tracking.Metric switch
    {
        TrackedMetric.RequestsPerTarget => tracking.Target / 60,
        _ => model.CapacityPerServer * tracking.Target / 100,
    };
}
