using Infra.Cli.Live.Aws;
using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>How a roll goes from server to server.</summary>
/// <param name="Percentages">How far it may shrink and grow the group; none for AWS's own.</param>
/// <param name="Checkpoints">Where it pauses until the new servers are ready, in percent of the group, ascending.</param>
/// <param name="Warmup">How long a new server is in service before the next one is replaced.</param>
internal sealed record RollMethod(DeclaredPercentages? Percentages, IReadOnlyList<int> Checkpoints, TimeSpan Warmup)
{
    /// <summary>How long a roll is waited for: with the timings as committed, three servers take less.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(35);

    /// <summary>Whether the new server comes first, one more than is wanted, so that scaling must not add another.</summary>
    public bool LaunchesFirst => Percentages?.MaxHealthy > 100;

    /// <summary>That of the refresh which the provider starts.</summary>
    public static RollMethod OfGroup(DeclaredGroup declared) => new(
        declared.Refresh?.Percentages ?? declared.Maintenance,
        declared.Refresh?.Checkpoints ?? [],
        declared.Refresh?.InstanceWarmup ?? declared.InstanceWarmup);

    /// <summary>That of a refresh which <c>infra roll</c> starts.</summary>
    public static RollMethod OfTool(DeclaredGroup declared, int desired)
    {
        var preferences = RollPreferences.For(desired, declared.MinSize, declared.MaxSize);
        return new(
            new(preferences.MinHealthyPercentage, preferences.MaxHealthyPercentage),
            preferences.CheckpointPercentages ?? [],
            declared.Refresh?.InstanceWarmup ?? declared.InstanceWarmup);
    }

    /// <summary>What it keeps to at a desired capacity.</summary>
    public ReplacementLimits LimitsAt(int desired) =>
        Percentages is { } percentages ? ReplacementLimits.For(percentages, desired) : ReplacementLimits.RefreshDefault(desired);
}
