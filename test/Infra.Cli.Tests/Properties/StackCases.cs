using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.Settings;
using Infra.Settings.Kinds;

namespace Infra.Cli.Tests.Properties;

/// <summary>Generates whole stacks whose settings are valid together.</summary>
internal static class StackCases
{
    // What Pulumi.dev.yaml sets, so that the flags of a case say all that differs from it.
    private static readonly string[] AlwaysSet = ["zones", "logRetentionDays"];

    public static Arbitrary<StackCase> All { get; } = Arb.From(Generator(), Smaller);

    /// <summary>The case with one setting fewer, or with fewer zones.</summary>
    public static IEnumerable<StackCase> Smaller(StackCase one)
    {
        foreach (var key in one.Values.Keys.Except(AlwaysSet))
        {
            var smaller = one.Without(key);
            if (smaller.Values.Count < one.Values.Count)
                yield return smaller;
        }

        var zones = JsonSerializer.Deserialize<string[]>(one.Values["zones"])!;
        if (zones.Length > 2)
            yield return one.With("zones", SettingTexts.ListOf(zones.SkipLast(1)));
    }

    // Half of the settings have their default, so that a stack is seen without each as often as with it.
    private static Gen<StackCase> Generator() =>
        from entries in Gen.CollectToList(SettingsCatalogue.All, Entry)
        let set = entries.Where(entry => entry.Value is not null)
        select new StackCase(ConsistentSettings.Of(set.ToDictionary(entry => entry.Key, entry => entry.Value!)));

    private static Gen<KeyValuePair<string, string?>> Entry(SettingDefinition setting) =>
        from text in SettingTexts.Of(setting)
        from isSet in Gen.Elements(true, false)
        select KeyValuePair.Create(setting.Key, isSet || AlwaysSet.Contains(setting.Key) ? text : null);
}
