using Infra.Cli.Shell;
using Infra.Settings;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>What a stack keeps secret, and a plan without the Pulumi CLI has to know.</summary>
internal static class SecretSettings
{
    /// <summary>Refuses a secret that this program can't read. Which settings can be secret at all is the program's to say.</summary>
    /// <exception cref="InvalidUsageException">There is such a secret.</exception>
    public static void Require(StackConfiguration configuration)
    {
        var problems = SettingsCatalogue.All
            .Where(setting => setting.CanBeSecret)
            .Select(setting => $"{configuration.ProjectName}:{setting.Key}")
            .Where(key => configuration.Values.GetValueOrDefault(key)?.Text == ConfigValue.Hidden)
            .Select(key => $"Pulumi.{configuration.StackName}.yaml keeps {key} secret, and only the Pulumi CLI can read it: give this run a value, --set {key}=<value>")
            .ToList();
        if (problems.Count > 0)
            throw new InvalidUsageException(string.Join('\n', problems));
    }
}
