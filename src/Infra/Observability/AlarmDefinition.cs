using Pulumi;

namespace Infra.Observability;

/// <summary>One alarm: what it watches, when it rings, and what whoever hears it should do.</summary>
internal sealed record AlarmDefinition
{
    /// <summary>The end of its name.</summary>
    public required string Name { get; init; }

    /// <summary>What has happened, and what to do.</summary>
    public required string Description { get; init; }

    /// <summary>The metrics by the ids that <see cref="Expression"/> has for them; a single one needs no expression.</summary>
    public required IReadOnlyDictionary<string, AlarmMetric> Metrics { get; init; }

    /// <summary>What to compute from several metrics.</summary>
    public string? Expression { get; init; }

    /// <summary>How the value compares with the threshold when it is bad.</summary>
    public required string Comparison { get; init; }

    /// <summary>What the value is compared with.</summary>
    public required double Threshold { get; init; }

    /// <summary>The length of a point, in seconds.</summary>
    public int Period { get; init; } = 60;

    /// <summary>How many of the latest points are looked at.</summary>
    public required int Points { get; init; }

    /// <summary>How many of those must be bad; all, unless said otherwise.</summary>
    public int? BadPoints { get; init; }

    /// <summary>What a point without data counts as: <c>breaching</c>, <c>notBreaching</c>, <c>ignore</c> or <c>missing</c>.</summary>
    public required string MissingData { get; init; }
}

/// <summary>A metric of this stack.</summary>
internal sealed record AlarmMetric(MetricName Metric, InputMap<string> Dimensions);
