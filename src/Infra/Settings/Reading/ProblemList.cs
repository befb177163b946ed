using Infra.Settings.Kinds;

namespace Infra.Settings.Reading;

/// <summary>Gathers every problem, so that one run shows them all.</summary>
internal sealed class ProblemList(ConfigSource source, IReadOnlyList<SettingDefinition> catalogue)
{
    private const string SecretRule = "must not be secret, since ids, names, numbers or scripts of resources tell it";

    private readonly List<(int Rank, SettingProblem Problem)> _problems = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public bool Any => _problems.Count > 0;

    /// <summary>Catalogue order, and what is not in the catalogue around it: what the provider is told first, unknown keys last.</summary>
    public IReadOnlyList<SettingProblem> InOrder => [.. _problems.OrderBy(entry => entry.Rank).Select(entry => entry.Problem)];

    /// <summary>A setting's name for messages, with the namespace that the user typed.</summary>
    public string NameOf(SettingDefinition setting) => source.NameOf(setting.Key);

    /// <summary>A setting's value for messages, as the user typed it.</summary>
    public string TypedAt(SettingDefinition setting) => source.TextOf(setting) ?? "";

    /// <summary>Whether all of these values were read, so that a rule between them makes sense.</summary>
    public bool AreRead(params ReadOnlySpan<SettingDefinition> settings)
    {
        foreach (var setting in settings)
        {
            if (_keys.Contains(setting.Key))
                return false;
        }

        return true;
    }

    /// <summary>Adds a problem; of a secret setting the value is not shown.</summary>
    public void Add(SettingDefinition setting, string rule, string? got, string mend)
    {
        _keys.Add(setting.Key);
        var rank = catalogue.TakeWhile(other => other != setting).Count();
        var shown = got is not null && source.IsSecret(setting) ? SecretText.Hidden : got;
        _problems.Add((rank, new(NameOf(setting), rule, shown, mend)));
    }

    /// <summary>For a setting that is secret and can't be.</summary>
    public void AddSecret(SettingDefinition setting) => Add(setting, SecretRule, got: null, SecretMend());

    /// <summary>For what the provider is told, when it is secret and can't be either.</summary>
    public void AddSecretProvider(string key) => AddProvider(new(key, SecretRule, Got: null, SecretMend()));

    public void AddUnknown(string key, string mend) =>
        AddUnknown(new SettingProblem(ShownValue.Of(source.NameOf(key)), "is not a setting", Got: null, mend));

    /// <summary>For keys that are too many to be named.</summary>
    public void AddMoreUnknown(int count) =>
        AddUnknown(new SettingProblem(source.NameOf("*"), $"has {count} more keys that are not settings", Got: null, "remove them"));

    public void AddProvider(SettingProblem problem) => _problems.Add((-1, problem));

    private string SecretMend()
    {
        var names = catalogue.Where(setting => setting.CanBeSecret).Select(NameOf);
        return $"set it without --secret; only {string.Join(" and ", names)} can be secret";
    }

    private void AddUnknown(SettingProblem problem) => _problems.Add((int.MaxValue, problem));
}
