namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>The round values that are written beside a panel.</summary>
internal static class RoundTicks
{
    private const int Most = 3;

    private static readonly int[] Factors = [1, 2, 5, 10];

    /// <summary>0 and a few above it.</summary>
    /// <param name="highest">The highest value that there is.</param>
    public static IReadOnlyList<double> Of(double highest)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(highest, 1) / Most)));
        var step = Factors.Select(factor => factor * unit).First(step => highest / step <= Most);
        step = Math.Max(step, 1);
        return [.. Enumerable.Range(0, (int)Math.Floor(highest / step) + 1).Select(count => count * step)];
    }
}
