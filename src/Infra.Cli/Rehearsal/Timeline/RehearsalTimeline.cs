namespace Infra.Cli.Rehearsal.Timeline;

/// <summary>How a rehearsed stack stood over a span of AWS's time. Moments count from the rehearsal's start.</summary>
internal sealed record RehearsalTimeline
{
    public required string StackName { get; init; }

    /// <summary>Whether it ran on a virtual clock, with neither sockets nor requests.</summary>
    public required bool IsFast { get; init; }

    /// <summary>Where the span begins.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>Where it ends; later than <see cref="From"/>.</summary>
    public required TimeSpan To { get; init; }

    public required int MinSize { get; init; }

    /// <summary>The group's ceiling: the most servers in service or starting.</summary>
    public required int MaxSize { get; init; }

    /// <summary>What the group holds its average processor load at, in percent; none if it does not track it.</summary>
    public required TrackedTarget? CpuTarget { get; init; }

    /// <summary>What it holds the requests a minute for each server at; none if it does not track them.</summary>
    public required TrackedTarget? RequestsTarget { get; init; }

    /// <summary>In order; the first is of <see cref="From"/>. None where nothing is known of the span.</summary>
    public required IReadOnlyList<TimelineSample> Samples { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<TimelineMark> Marks { get; init; }

    public long Failed => Samples.Sum(sample => sample.Failed);

    /// <summary>The fewest servers that passed their checks at any moment.</summary>
    public int FewestServing => Samples.Select(sample => sample.Servers.Serving).DefaultIfEmpty().Min();

    /// <summary>The most servers in service or starting at any moment.</summary>
    public int HighestCapacity => Samples.Select(sample => sample.Servers.Capacity).DefaultIfEmpty().Max();

    /// <summary>The most machines that ran at once, those that left among them.</summary>
    public int MostRunning => Samples.Select(sample => sample.Servers.All).DefaultIfEmpty().Max();
}
