using System.Globalization;

namespace Infra.Settings.Kinds;

/// <summary>A whole number of a list that has gaps.</summary>
internal sealed class ListedIntegerSetting : Setting<int>
{
    public required IReadOnlyList<int> Values { get; init; }

    public override SettingKind Kind => SettingKind.Integer;

    public override string Range => $"one of {string.Join(", ", Values.Select(Text))}";

    public override IReadOnlyList<Fault> Parse(string text, out int value)
    {
        var known = Values.Where(candidate => Text(candidate) == text).ToArray();
        value = known.FirstOrDefault();
        if (known.Length > 0)
            return NoFaults;

        // The next longer one, so that following the advice never keeps less than was asked for.
        var next = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Values.Cast<int?>().FirstOrDefault(candidate => candidate >= asked) ?? Values[^1]
            : (int?)null;
        return [new(text, next is { } number ? $"set it to {Text(number)}" : $"write digits alone, such as {Default}")];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
