using Infra.Cli.Live.Aws;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>A load that the group must notice, in requests a second.</summary>
internal static class LoadRate
{
    // Far enough above the target that one server more does not take it all at once.
    private const double Factor = 3;

    // How many requests make a server busy is nowhere written. A static page takes more than this; whoever knows says --rate.
    private const double WherePerServerIsUnknown = 1000;

    public static double For(IReadOnlyList<PolicyAnswer> policies, int servers)
    {
        var perMinute = policies
            .Select(policy => policy.TargetTrackingConfiguration)
            .Where(tracking => tracking?.PredefinedMetricSpecification?.PredefinedMetricType == "ALBRequestCountPerTarget")
            .Select(tracking => tracking!.TargetValue)
            .ToList();
        return perMinute.Count == 0
            ? WherePerServerIsUnknown
            : Math.Clamp(Math.Ceiling(Factor * perMinute.Min() / 60 * (servers + 1)), 1, DrillPlan.HighestRate);
    }
}
