using Infra.Settings;

namespace Infra.Cli.StackFiles;

/// <summary>What a stack may keep secret from a plan without a cloud.</summary>
internal static class SecretSettings
{
    // Texts that give names and numbers to other resources; those are not the text itself, and could not be found and hidden.
    private static readonly string[] Spread = ["vpcCidr", "instanceType"];

    /// <summary>Refuses a secret that a plan would tell in other words, and one that this program can't read.</summary>
    /// <exception cref="InvalidUsageException">There is such a secret.</exception>
    public static void Require(StackConfiguration configuration)
    {
        var canHide = SettingsCatalogue.All.ToDictionary(setting => $"{configuration.ProjectName}:{setting.Key}", IsText, StringComparer.Ordinal);
        canHide["aws:region"] = false;

        var problems = configuration.Values
            .Where(entry => entry.Value.IsSecret && canHide.ContainsKey(entry.Key))
            .Select(entry => Problem(entry.Key, entry.Value, canHide[entry.Key]))
            .OfType<string>()
            .ToList();
        if (problems.Count > 0)
            throw new InvalidUsageException(string.Join('\n', problems.Select(problem => $"Pulumi.{configuration.StackName}.yaml {problem}")));
    }

    private static string? Problem(string key, ConfigValue value, bool canHide) => (canHide, value.Text) switch
    {
        (false, _) => $"must not keep {key} secret: names and numbers of resources tell it; set it without --secret",
        (_, ConfigValue.Hidden) => $"keeps {key} secret, and only the Pulumi CLI can read it: give this run a value, --set {key}=<value>",
        _ => null,
    };

    private static bool IsText(SettingDefinition setting) => setting.Kind == SettingKind.Text && !Spread.Contains(setting.Key);
}
