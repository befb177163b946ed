using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Settings;
using Infra.Settings.Kinds;

namespace Infra.Cli.Checks.Waivers;

/// <summary>One thing that a condition asks of a setting, such as <c>egress is nat</c>.</summary>
/// <param name="Text">How the file has it.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Holds">Whether it holds for a value; empty text is "not set".</param>
internal sealed partial record SettingTest(string Text, SettingDefinition Setting, Func<string, bool> Holds)
{
    public bool HoldsFor(ResourceGraph stack) => Holds(stack.Setting(Setting.Key) ?? Setting.Default ?? "");

    /// <summary>Reads one.</summary>
    /// <param name="text">The text of it.</param>
    /// <param name="test">The test, unless something is wrong.</param>
    /// <returns>What is wrong with the text, in words that follow "must"; null when nothing is.</returns>
    public static string? Read(string text, out SettingTest? test)
    {
        test = null;
        var parts = Form().Match(text);
        if (!parts.Success)
            return $"say what it asks as in 'egress is nat', got '{LegibleText.Of(text)}'";

        var key = parts.Groups["key"].Value;
        if (SettingsCatalogue.All.FirstOrDefault(candidate => candidate.Key == key) is not { } setting)
        {
            var nearest = NearestName.Of(key, SettingsCatalogue.All.Select(candidate => candidate.Key));
            return $"name a setting, got '{LegibleText.Of(key)}'{(nearest is null ? "" : $": write {nearest}")}";
        }

        var isListed = parts.Groups["verb"].Value == "has";
        var isNegated = parts.Groups["not"].Success;
        var asked = parts.Groups["asked"].Value;
        var (holds, fault) = isListed ? Item(setting, asked) : Value(setting, asked);
        if (holds is not null)
            test = new(text, setting, value => holds(value) != isNegated);
        return fault;
    }

    private static (Func<string, bool>? Holds, string? Fault) Value(SettingDefinition setting, string asked)
    {
        if (asked == "set")
            return (value => value.Length > 0 && value != "[]", null);
        if (asked == "default" && !setting.IsOptional && setting.Default is { } usual && setting.Kind != SettingKind.TextList)
            return (value => setting.AreSame(value, usual), null);
        if (setting.CanBeSecret)
            return (null, $"ask of {setting.Key} only whether it is set, since it may be secret");
        if (setting.Kind == SettingKind.TextList)
            return (null, $"ask of {setting.Key} what it has, since it is a list: {setting.Key} has {LegibleText.Of(asked)}");
        if (Limit().Match(asked) is { Success: true } limit)
            return Below(setting, int.Parse(limit.Groups["number"].Value, CultureInfo.InvariantCulture));

        return Listed(setting, asked, (value, one) => setting.AreSame(value, one));
    }

    private static (Func<string, bool>? Holds, string? Fault) Item(SettingDefinition setting, string asked) =>
        setting.Kind == SettingKind.TextList
            ? Listed(setting, asked, (list, item) => ListText.Of(list)!.Contains(item))
            : (null, $"ask of {setting.Key} what it is, since it is no list: {setting.Key} is {LegibleText.Of(asked)}");

    private static (Func<string, bool>? Holds, string? Fault) Below(SettingDefinition setting, int number) =>
        setting.Kind == SettingKind.Integer
            ? (value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own < number, null)
            : (null, $"ask of {setting.Key} what it is, since it is no whole number");

    private static (Func<string, bool>? Holds, string? Fault) Listed(
        SettingDefinition setting, string asked, Func<string, string, bool> isOne)
    {
        var values = asked.Split(" or ").ToImmutableArray();
        return values.FirstOrDefault(value => !setting.Accepts(value)) is { } wrong
            ? (null, $"name a value that {setting.Key} may have, got '{LegibleText.Of(wrong)}': it must be {setting.Range}")
            : (value => values.Any(one => isOne(value, one)), null);
    }

    [GeneratedRegex(@"^(?<key>[A-Za-z0-9]+) ((?<verb>is)( (?<not>not))?|(?<verb>has)( (?<not>no))?) (?<asked>\S.*)\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^below (?<number>[0-9]{1,9})\z")]
    private static partial Regex Limit();
}
