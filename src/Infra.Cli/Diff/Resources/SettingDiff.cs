using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Diff.Resources;

/// <summary>A setting that has another value.</summary>
/// <param name="Key">The setting, without the project's namespace.</param>
/// <param name="Before">The former value as it may be shown; none where it was not set.</param>
/// <param name="After">The new one.</param>
internal sealed record SettingDiff(string Key, string? Before, string? After)
{
    /// <summary>The settings that differ; none where those of one side are not known.</summary>
    public static IReadOnlyList<SettingDiff> Between(ResourceGraph before, ResourceGraph after)
    {
        if (!before.IsConfigurationKnown || !after.IsConfigurationKnown)
            return [];

        var (former, now) = (ByKey(before), ByKey(after));
        return
        [
            .. from key in former.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let one = former.GetValueOrDefault(key)
               let other = now.GetValueOrDefault(key)
               where !AreSame(one, other)
               select new SettingDiff(key, Shown(before, one), Shown(after, other)),
        ];
    }

    private static ImmutableDictionary<string, ConfigValue> ByKey(ResourceGraph graph)
    {
        var prefix = $"{graph.ProjectName}:";
        return graph.Configuration.ToImmutableDictionary(
            entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal) ? entry.Key[prefix.Length..] : entry.Key,
            entry => entry.Value,
            StringComparer.Ordinal);
    }

    // An empty one is not set. Of two secrets nobody can tell unless both are known.
    private static bool AreSame(ConfigValue? one, ConfigValue? other)
    {
        var (former, now) = (one?.Text ?? "", other?.Text ?? "");
        return former == now || (former == ConfigValue.Hidden && other is { IsSecret: true })
            || (now == ConfigValue.Hidden && one is { IsSecret: true });
    }

    private static string? Shown(ResourceGraph graph, ConfigValue? value) =>
        value is null or { Text: "" } ? null
        : value.IsSecret || graph.Secrets.AreIn(value.Text) ? ConfigValue.Hidden
        : value.Text;
}
