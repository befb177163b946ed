using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Waivers;

/// <summary>The stacks that a waiver is for: all, some by name, those with some settings, or both.</summary>
/// <param name="Names">The stacks by name; empty when names do not matter.</param>
/// <param name="When">What their settings must be.</param>
internal sealed record WaivedStacks(ImmutableArray<string> Names, SettingsCondition When)
{
    public static WaivedStacks All { get; } = new([], SettingsCondition.Always);

    /// <summary>In words, for a report.</summary>
    public string Text => (Names.IsEmpty, When.IsAlways) switch
    {
        (true, true) => "every stack",
        (true, false) => $"where {When.Text}",
        (false, true) => string.Join(", ", Names),
        _ => $"{string.Join(", ", Names)}, where {When.Text}",
    };

    public static WaivedStacks Named(params ImmutableArray<string> names) => new(names, SettingsCondition.Always);

    /// <summary>Whether a stack may be one of them by its name, whatever its settings are.</summary>
    public bool HasName(ResourceGraph stack) => Names.IsEmpty || Names.Contains(stack.StackName);

    public bool Include(ResourceGraph stack) => HasName(stack) && When.HoldsFor(stack);
}
