using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Settings.Kinds;

internal sealed partial class DurationSetting : Setting<TimeSpan>
{
    public required TimeSpan Minimum { get; init; }

    public required TimeSpan Maximum { get; init; }

    public override SettingKind Kind => SettingKind.Duration;

    public override string Range => $"a duration from {Text(Minimum)} to {Text(Maximum)}";

    public override IReadOnlyList<Fault> Parse(string text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        var match = Form().Match(text);
        if (!match.Success)
            return [new(text, $"write a whole number with its unit, s, m or h, such as {Default}")];

        // Digits beyond an int are beyond every maximum too. Hours without end would overflow a TimeSpan, so the range is checked first.
        var number = int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var small)
            ? small
            : int.MaxValue;
        var seconds = match.Groups["unit"].Value switch
        {
            "s" => number,
            "m" => number * 60L,
            _ => number * 3600L,
        };
        if (seconds > Maximum.TotalSeconds || seconds < Minimum.TotalSeconds)
            return [new(text, $"set it to {Text(seconds < Minimum.TotalSeconds ? Minimum : Maximum)}")];

        value = TimeSpan.FromSeconds(seconds);
        return NoFaults;
    }

    // As one types it, in the larger unit when that leaves a whole number.
    private static string Text(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        return seconds > 0 && seconds % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}m")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds}s");
    }

    [GeneratedRegex(@"^(?<number>0|[1-9][0-9]*)(?<unit>[smh])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
