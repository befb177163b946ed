using System.Globalization;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// A target tracking policy with its two alarms, of one point a minute. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html.
/// </summary>
internal sealed class TargetTracking(DeclaredTracking declared)
{
    /// <summary>The share of its target below which a figure is low.</summary>
    public const double LowShare = 0.7;

    // The guide names none of these numbers; the alarms that the service makes have them: TargetTracking-...-AlarmHigh over the
    // target for 3 datapoints within 3 minutes, ...-AlarmLow under 70 percent of it for 15 datapoints within 15 minutes. How many
    // servers a low alarm removes is not told either, only that it is done gradually: here one a minute.
    private const int PointsToScaleOut = 3;
    private const int PointsToScaleIn = 15;

    private double? _last;
    private int _over;
    private int _under;

    /// <summary>Whether it also removes servers.</summary>
    public bool ScalesIn => declared.ScalesIn;

    private double Low => declared.Target * LowShare;

    /// <summary>Takes the last minute's average over the warm servers. Without data, none: an alarm then does nothing.</summary>
    public void Add(double? point)
    {
        _last = point;
        _over = point > declared.Target ? _over + 1 : 0;
        _under = point < Low ? _under + 1 : 0;
    }

    /// <summary>What it wants of a group that is too busy, in proportion to the metric; none otherwise.</summary>
    /// <param name="desired">The capacity that is wanted now. Servers that warm up are part of it, so they are not launched twice.</param>
    /// <param name="warm">The servers that the metric is an average of.</param>
    public CapacityChange? ScaleOut(int desired, int warm) => _over >= PointsToScaleOut && Needed(warm) is var needed && needed > desired
        ? new(needed, Because("over", declared.Target, _over))
        : null;

    /// <summary>What it wants of a group that is too large: one server fewer, if the rest can carry the load; none otherwise.</summary>
    /// <inheritdoc cref="ScaleOut"/>
    public CapacityChange? ScaleIn(int desired, int warm) => _under >= PointsToScaleIn && Needed(warm) < desired
        ? new(desired - 1, Because("under", Low, _under))
        : null;

    // Rounded up, and first to a millionth: 3 x 100 / 60 are 5 servers, however a double writes it.
    private int Needed(int warm) => (int)Math.Ceiling(Math.Round(warm * (_last ?? 0) / declared.Target, 6));

    private string Because(string side, double threshold, int minutes)
    {
        var (name, unit) = declared.Metric == TrackedMetric.AverageCpu ? ("CPU", " %") : ("requests per server", "");
        return string.Create(CultureInfo.InvariantCulture, $"{name} {_last:0.#}{unit} {side} {threshold:0.#}{unit} for {minutes} min");
    }
}
