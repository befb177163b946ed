using Infra.Settings.Kinds;

namespace Infra.Settings.Reading;

/// <summary>Turns configuration text into values, and what can't be turned into problems.</summary>
/// <remarks>
/// After a problem the value returned has no meaning. That is safe, since settings with problems are never handed out, and rules
/// between settings ask <see cref="ProblemList.AreRead"/> first.
/// </remarks>
internal sealed class SettingsReader(ConfigSource source, ProblemList problems)
{
    /// <summary>The value of a setting that always has one.</summary>
    public T Value<T>(Setting<T> setting)
    {
        if (source.TextOf(setting) is { } text)
            return Parsed(setting, text);

        problems.Add(setting, "is required", got: null, $"set it to {setting.Range}");
        setting.Parse("", out var meaningless);
        return meaningless;
    }

    /// <summary>Whether a setting that may be unset has a value, right or wrong.</summary>
    public bool Has(SettingDefinition setting) => Text(setting) is not null;

    /// <summary>The text of a setting that may be unset.</summary>
    public string? Optional(Setting<string> setting) => Text(setting) is { } text ? Parsed(setting, text) : null;

    /// <summary>The text of a setting that may be unset, and may be secret.</summary>
    public SecretText? OptionalSecret(Setting<string> setting) =>
        Text(setting) is { } text ? new(Parsed(setting, text), source.IsSecret(setting)) : null;

    /// <summary>The number of a setting that may be unset.</summary>
    public int? Optional(Setting<int> setting) => Text(setting) is { } text ? Parsed(setting, text) : null;

    // Empty text is how Pulumi.yaml says "not set"; see SettingDefinition.Default.
    private string? Text(SettingDefinition setting) => source.TextOf(setting) is { Length: > 0 } text ? text : null;

    private T Parsed<T>(Setting<T> setting, string text)
    {
        var faults = setting.Parse(text, out var value);
        if (source.IsSecret(setting) && !setting.CanBeSecret)
        {
            problems.AddSecret(setting);
            return value;
        }

        foreach (var fault in faults)
            problems.Add(setting, $"must be {setting.Range}", fault.Got, fault.Mend);

        return value;
    }
}
