using Infra.Common;
using Infra.Settings;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Secrets of a stack file, which only the Pulumi CLI can read.</summary>
internal static class SecretSettings
{
    // An example of an ARN names a region with its partition, and a stack takes no other region's.
    private const string ExampleRegion = "eu-west-1";
    private const string ExamplePartition = "arn:aws:";

    /// <summary>
    /// The same with an example in place of each secret that can't be read. It stays secret, so that nothing shows it: a plan is the same
    /// but for what is hidden. A setting that can't be secret is left for the program to refuse.
    /// </summary>
    public static StackConfiguration WithExamples(StackConfiguration configuration)
    {
        var region = configuration.Region is "" ? ExampleRegion : configuration.Region;
        var values = new Dictionary<string, ConfigValue>(configuration.Values);
        foreach (var setting in SettingsCatalogue.All.Where(setting => setting.CanBeSecret))
        {
            var key = $"{configuration.ProjectName}:{setting.Key}";
            if (values.GetValueOrDefault(key)?.Text == ConfigValue.Hidden)
                values[key] = new(In(region, setting.Example!), IsSecret: true);
        }

        return configuration with { Values = values };
    }

    private static string In(string region, string example) => example
        .Replace(ExamplePartition, $"arn:{Partition.Of(region).Name}:", StringComparison.Ordinal)
        .Replace(ExampleRegion, region, StringComparison.Ordinal);
}
