using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>A load that the group must notice, in requests a second.</summary>
internal static class LoadRate
{
    // Far enough above the target that one server more does not take it all at once.
    private const double Factor = 3;

    private const double QuietShare = 0.2;

    // How many requests make a server busy is nowhere written. A static page takes more than this; whoever knows says --rate.
    private const double WherePerServerIsUnknown = 1000;

    public static double For(IReadOnlyList<PolicyAnswer> policies, int servers)
    {
        var perMinute = TrackedRequests(policies);
        return perMinute.Count == 0
            ? WherePerServerIsUnknown
            : Math.Clamp(Math.Ceiling(Factor * perMinute.Min() / 60 * (servers + 1)), 1, DrillPlan.HighestRate);
    }

    /// <summary>A load that keeps no server too many: far below what the group tracks, where that is little.</summary>
    public static double Quiet(IReadOnlyList<PolicyAnswer> policies, int servers) =>
        TrackedRequests(policies).Select(perMinute => QuietShare * perMinute / 60 * servers).Append(DrillPlan.QuietRate).Min();

    private static List<double> TrackedRequests(IReadOnlyList<PolicyAnswer> policies) =>
    [
        .. policies
            .Select(policy => policy.TargetTrackingConfiguration)
            .Where(tracking => tracking?.PredefinedMetricSpecification?.PredefinedMetricType == "ALBRequestCountPerTarget")
            .Select(tracking => tracking!.TargetValue),
    ];
}
