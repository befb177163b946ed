using System.Globalization;
using Infra.Settings.Kinds;

namespace Infra.Tests.Settings;

/// <summary>Values that a setting takes, as its definition has them: so a new setting is tried without being listed.</summary>
internal static class ValidValues
{
    /// <summary>Each word, both ends of a range, or the example.</summary>
    public static IReadOnlyList<string> Of(SettingDefinition setting) => setting switch
    {
        IntegerSetting number => [Text(number.Minimum), Text(number.Maximum)],
        ListedIntegerSetting number => [.. number.Values.Select(Text)],
        DurationSetting duration => [$"{Text((int)duration.Minimum.TotalSeconds)}s", $"{Text((int)duration.Maximum.TotalSeconds)}s"],
        { Kind: SettingKind.Boolean or SettingKind.Choice } => setting.Range.Split([", ", " or "], StringSplitOptions.None),
        _ => [setting.Example!],
    };

    /// <summary>One that differs from <paramref name="value"/>.</summary>
    public static string OtherThan(string? value, SettingDefinition setting) =>
        Of(setting).Append(setting.Default!).First(candidate => candidate != value);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
