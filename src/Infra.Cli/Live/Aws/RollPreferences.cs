using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Live.Aws;

/// <summary>
/// How AWS is to roll: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html. The names are AWS's.
/// </summary>
internal sealed record RollPreferences
{
    private const int Whole = 100;

    private static readonly JsonSerializerOptions Format = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public required int MinHealthyPercentage { get; init; }

    public required int MaxHealthyPercentage { get; init; }

    public IReadOnlyList<int>? CheckpointPercentages { get; init; }

    /// <summary>In seconds; AWS waits an hour at each checkpoint unless told otherwise.</summary>
    public int? CheckpointDelay => CheckpointPercentages is null ? null : 0;

    /// <summary>In seconds, after a new server is in service.</summary>
    public int? InstanceWarmup { get; init; }

    /// <summary>Leaves servers alone that have the version already, so that a roll which was broken off goes on where it ended.</summary>
    public bool SkipMatching { get; init; } = true;

    public bool AutoRollback { get; init; }

    /// <summary>In seconds, after the last server: as long as an alarm takes to ring for what the new version does.</summary>
    public int? BakeTime { get; init; }

    public AlarmSpecification? AlarmSpecification { get; init; }

    /// <summary>Whether the new server comes first, one more than is wanted.</summary>
    [JsonIgnore]
    public bool LaunchesFirst => MaxHealthyPercentage > Whole;

    /// <summary>
    /// The preferences for a group as it is: while fewer servers are wanted than the ceiling, a new one comes first, and exactly one; at
    /// the ceiling an old one leaves first, as in the group's own refresh.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="secondsToWarmUp">How long a new server is in service before the roll goes on.</param>
    public static RollPreferences For(GroupAnswer group, int secondsToWarmUp) =>
        For(group.DesiredCapacity, group.MinSize, group.MaxSize) with
        {
            InstanceWarmup = secondsToWarmUp,
        };

    /// <summary>The same for a group of which only the size is known.</summary>
    public static RollPreferences For(int desiredCapacity, int minSize, int maxSize)
    {
        var desired = Math.Max(1, desiredCapacity);
        if (desired < ServerFleet.Ceiling)
        {
            return new()
            {
                MinHealthyPercentage = Whole,
                MaxHealthyPercentage = (desired + 1) * Whole / desired,
            };
        }

        var maintenance = MaintenancePercentages.For(Math.Max(1, minSize));
        return new()
        {
            MinHealthyPercentage = maintenance.MinHealthy,
            MaxHealthyPercentage = maintenance.MaxHealthy,
            CheckpointPercentages = RollCheckpoints.For(maxSize),
        };
    }

    /// <summary>The same, but AWS goes back by itself when one of these alarms rings, or a new server does not get healthy.</summary>
    public RollPreferences GoingBackOn(IReadOnlyList<string> alarms) => this with
    {
        AutoRollback = true,
        BakeTime = alarms.Count == 0 ? null : (int)AlarmThresholds.ErrorsRingWithin.TotalSeconds,
        AlarmSpecification = alarms.Count == 0 ? null : new(alarms),
    };

    public string ToJson() => JsonSerializer.Serialize(this, Format);
}

internal sealed record AlarmSpecification(IReadOnlyList<string> Alarms);
