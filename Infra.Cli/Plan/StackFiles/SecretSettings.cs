using Infra.Cli.Shell;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>What a stack keeps secret, and a plan without the Pulumi CLI has to know.</summary>
internal static class SecretSettings
{
    /// <summary>
    /// Refuses a secret that this program can't read, together with whatever else is wrong. Which settings can be secret at all is the
    /// program's to say.
    /// </summary>
    /// <exception cref="InvalidUsageException">There is such a secret.</exception>
    public static void Require(StackConfiguration configuration)
    {
        var unreadable = Unreadable(configuration).Select(setting => $"{configuration.ProjectName}:{setting.Key}").ToList();
        if (unreadable.Count == 0)
            return;

        var stack = configuration.StackName;
        var others = ProblemsOf(configuration).Where(problem => !unreadable.Contains(problem.Key)).ToList();
        throw new InvalidUsageException(string.Join('\n',
        [
            .. unreadable.Select(key =>
                $"Pulumi.{stack}.yaml keeps {key} secret, and only the Pulumi CLI can read it: "
                + $"give this run a value, --set {key}=<value>"),
            .. others.Count == 0 ? Array.Empty<string>() : [new InvalidSettingsException(stack, others).Message],
        ]));
    }

    /// <summary>The same with an example in place of each secret that can't be read, for what no secret shows in.</summary>
    public static StackConfiguration WithExamples(StackConfiguration configuration)
    {
        var values = new Dictionary<string, ConfigValue>(configuration.Values);
        foreach (var setting in Unreadable(configuration))
        {
            // An example of an ARN names a region, and a stack takes no other region's.
            var example = setting.Example!.Replace("eu-west-1", configuration.Region, StringComparison.Ordinal);
            values[$"{configuration.ProjectName}:{setting.Key}"] = new(example, IsSecret: true);
        }

        return configuration with { Values = values };
    }

    private static IEnumerable<SettingDefinition> Unreadable(StackConfiguration configuration) =>
        SettingsCatalogue.All.Where(setting => setting.CanBeSecret && configuration.Setting(setting.Key) == ConfigValue.Hidden);

    // What stands for an unreadable value is none of the right form, so no rule judges it together with others.
    private static IReadOnlyList<SettingProblem> ProblemsOf(StackConfiguration configuration)
    {
        var prefix = $"{configuration.ProjectName}:";
        var source = new ConfigSource(configuration.ProjectName, configuration.StackName, configuration.Values
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value.Text))
        {
            SecretKeys = configuration.SecretKeys.ToHashSet(),
        };
        try
        {
            _ = StackInputs.Read(source, configuration.Region, configuration.RootDirectory);
            return [];
        }
        catch (InvalidSettingsException refusal)
        {
            return refusal.Problems;
        }
    }
}
