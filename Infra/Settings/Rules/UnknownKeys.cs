namespace Infra.Settings.Rules;

internal static class UnknownKeys
{
    // A value under an unknown key is not shown: nobody said that it is no secret.
    public static void Check(ConfigSource source, ProblemList problems)
    {
        var known = SettingsCatalogue.All.Select(setting => setting.Key).ToArray();
        foreach (var key in source.Values.Keys.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            problems.AddUnknown(key, NearestName.Of(key, known) is { } nearest
                ? $"write {source.ProjectName}:{nearest}, or remove it"
                : "remove it");
        }
    }
}
