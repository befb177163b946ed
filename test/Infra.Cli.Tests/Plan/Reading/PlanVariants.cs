using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Tests.Changes;
using Infra.Cli.Tests.Properties;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>The stacks that other tests take: dev and prod as they are, and dev with every value of every setting.</summary>
internal static class PlanVariants
{
    /// <summary>The stacks.</summary>
    public static readonly string[] Stacks = ["dev", "prod"];

    private static readonly Dictionary<(string, string), IReadOnlyList<ResourceGraph>> Known = [];

    /// <summary>
    /// A stack and one of its settings; without one the stack as it is. What prod has beyond dev is a value of a setting of dev's as well.
    /// </summary>
    public static IEnumerable<TestCaseData> Cases =>
        from stack in Stacks
        from setting in SettingsCatalogue.All.Select(setting => setting.Key).Where(_ => stack == Stacks[0]).Prepend("")
        select new TestCaseData(stack, setting) { TestName = $"{{m}}({stack}{(setting is "" ? "" : $", {setting}")})" };

    /// <summary>The plans of one case.</summary>
    public static IReadOnlyList<ResourceGraph> Of(string stack, string setting) =>
        Known.TryGetValue((stack, setting), out var graphs) ? graphs : Known[(stack, setting)] = [.. Recorded(stack, setting)];

    private static IEnumerable<ResourceGraph> Recorded(string stack, string setting)
    {
        var files = ProjectFiles.Read(Reference.Root, stack, []);
        if (setting is "")
            return [Recorded(files)!];

        var values = files.Source().Values.Where(entry => entry.Value.Length > 0).ToDictionary();
        return SettingValues.Of(SettingsCatalogue.All.Single(known => known.Key == setting))
            .Select(value => With(values, setting, value))
            // The folder of another site is not there.
            .Where(changed => changed.GetValueOrDefault("siteDirectory") != "another-site")
            .Select(changed => Recorded(files with { Values = Values(files, changed) }))
            .OfType<ResourceGraph>();
    }

    private static IReadOnlyDictionary<string, string> With(Dictionary<string, string> values, string setting, string? value)
    {
        var changed = new Dictionary<string, string>(values);
        if (value is null or "")
            changed.Remove(setting);
        else
            changed[setting] = value;
        return ConsistentSettings.Of(changed);
    }

    private static Dictionary<string, ConfigValue> Values(StackConfiguration files, IReadOnlyDictionary<string, string> changed) =>
        changed.Select(entry => KeyValuePair.Create($"{files.ProjectName}:{entry.Key}", new ConfigValue(entry.Value)))
            .Append(KeyValuePair.Create("aws:region", files.Values["aws:region"]))
            .ToDictionary();

    private static ResourceGraph? Recorded(StackConfiguration configuration)
    {
        try
        {
            return OfflineRun.RunAsync(configuration).GetAwaiter().GetResult();
        }
        catch (InvalidSettingsException)
        {
            return null;
        }
    }
}
