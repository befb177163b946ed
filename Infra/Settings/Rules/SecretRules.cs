namespace Infra.Settings.Rules;

internal static class SecretRules
{
    /// <summary>What is wrong with a secret setting that can't be one.</summary>
    public const string Rule = "must not be secret, since ids, names or scripts of resources tell it";

    /// <summary>What to do about it; it names the settings that can be secret.</summary>
    public static string Mend(string projectName)
    {
        var names = SettingsCatalogue.All.Where(setting => setting.CanBeSecret).Select(setting => $"{projectName}:{setting.Key}");
        return $"set it without --secret; only {string.Join(" and ", names)} can be secret";
    }
}
