using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// How far a replacement may shrink and grow the group. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html.
/// </summary>
/// <param name="Floor">Servers that stay ready while others are replaced.</param>
/// <param name="Extra">
/// Servers that may be launched before old ones are terminated; with 0 the old one is terminated and the new one launched at the same time.
/// </param>
internal readonly record struct ReplacementLimits(int Floor, int Extra)
{
    /// <summary>Terminate and launch, whatever the number: what happens to unhealthy servers without a maintenance policy.</summary>
    public static ReplacementLimits None { get; } = new(0, 0);

    /// <summary>
    /// An instance refresh without percentages of its own and without a maintenance policy: at least 90 percent stay, yet one server may
    /// always go. https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html
    /// </summary>
    public static ReplacementLimits RefreshDefault(int desired) => new(Math.Min(desired - 1, Share(90, desired)), 0);

    /// <summary>Those that percentages make at a desired capacity.</summary>
    /// <remarks>
    /// Above 100, or at 100 with a minimum that leaves no whole server to spare, the group launches first, and so exceeds its desired
    /// capacity. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html
    /// </remarks>
    public static ReplacementLimits For(DeclaredPercentages percentages, int desired)
    {
        var floor = Share(percentages.MinHealthy, desired);
        return percentages.MaxHealthy > 100 || floor >= desired
            ? new(floor, Math.Max(1, desired * (percentages.MaxHealthy - 100) / 100))
            : new(floor, 0);
    }

    /// <summary>
    /// Rebalancing without a maintenance policy: it launches first, and may exceed the maximum by a tenth of it, at least by one.
    /// https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html
    /// </summary>
    public static ReplacementLimits Rebalancing(int desired, int maximum) => new(desired, maximum + Math.Max(1, maximum / 10) - desired);

    // A minimum is rounded up: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html.
    private static int Share(int percent, int desired) => ((desired * percent) + 99) / 100;
}
