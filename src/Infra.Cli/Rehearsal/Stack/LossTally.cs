using Infra.Cli.Live.Load;

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>Adds up which requests failed in which trouble, by looks at the stack.</summary>
internal sealed class LossTally
{
    private readonly Dictionary<StackTrouble, TroubleLoss> _over = [];
    private StackTrouble _now = StackTrouble.None;
    private LossMeter? _meter;

    /// <summary>What has been lost in each trouble in which something was, the worst first.</summary>
    public IReadOnlyList<TroubleLoss> Losses =>
    [
        .. Enum.GetValues<StackTrouble>()
            .Select(trouble => trouble == _now ? Current : Over(trouble))
            .Where(loss => loss.Loss.Failed > 0),
    ];

    private TroubleLoss Current => _meter is { Loss: var loss } && Over(_now) is var over
        ? new(_now, over.Loss.With(loss.Requests), loss.For > over.Longest ? loss.For : over.Longest)
        : Over(_now);

    /// <summary>Looks once more.</summary>
    /// <param name="trouble">What the stack goes through now.</param>
    /// <param name="time">When.</param>
    /// <param name="counts">All requests so far.</param>
    public void Look(StackTrouble trouble, DateTimeOffset time, LoadCounts counts)
    {
        _meter?.Look(time, counts);
        if (_meter is not null && trouble == _now)
            return;

        _over[_now] = Current;
        (_now, _meter) = (trouble, new(time, counts));
    }

    private TroubleLoss Over(StackTrouble trouble) => _over.GetValueOrDefault(trouble) ?? new(trouble, default, TimeSpan.Zero);
}
