using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Settings.Kinds;

internal sealed partial class IntegerSetting : Setting<int>
{
    public required int Minimum { get; init; }

    public required int Maximum { get; init; }

    /// <summary>Why the range ends where it does, when that is worth saying.</summary>
    public string? Note { get; init; }

    public override SettingKind Kind => SettingKind.Integer;

    public override string Range => Note is null ? Bounds : $"{Bounds} ({Note})";

    private string Bounds => $"a whole number from {Text(Minimum)} to {Text(Maximum)}";

    private string SomeNumber => string.IsNullOrEmpty(Default) ? Text(Minimum) : Default;

    public override IReadOnlyList<Fault> Parse(string text, out int value)
    {
        value = 0;
        if (!Digits().IsMatch(text))
            return [new(text, $"write digits alone, such as {SomeNumber}")];

        var isInt = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (isInt && value >= Minimum && value <= Maximum)
            return NoFaults;

        var nearest = isInt && value < Minimum ? Minimum : Maximum;
        return [new(text, $"set it to {Text(nearest)}")];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
