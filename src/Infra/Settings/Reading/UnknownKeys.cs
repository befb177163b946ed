using Infra.Settings.Kinds;

namespace Infra.Settings.Reading;

internal static class UnknownKeys
{
    // A file with more is no settings file with errors in it, but another file.
    private const int MostNamed = 20;

    // A value under an unknown key is not shown: nobody said that it is no secret.
    public static void Check(ConfigSource source, IReadOnlyList<SettingDefinition> catalogue, ProblemList problems)
    {
        var known = catalogue.Select(setting => setting.Key).ToArray();
        var unknown = source.Values.Keys.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var key in unknown.Take(MostNamed))
        {
            problems.AddUnknown(key, NearestName.Of(key, known) is { } nearest
                ? $"write {source.NameOf(nearest)}, or remove it"
                : "remove it");
        }

        if (unknown.Length > MostNamed)
            problems.AddMoreUnknown(unknown.Length - MostNamed);
    }
}
