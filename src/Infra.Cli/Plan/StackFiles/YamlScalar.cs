using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>What a scalar stands for to the YAML library of the Pulumi CLI, which is neither YAML 1.1 nor 1.2.</summary>
/// <remarks>See https://github.com/go-yaml/yaml/blob/v3/resolve.go.</remarks>
internal static partial class YamlScalar
{
    private const string CoreTag = "tag:yaml.org,2002:";

    private static readonly string[] TypedTags =
        [$"{CoreTag}bool", $"{CoreTag}float", $"{CoreTag}int", $"{CoreTag}null", $"{CoreTag}timestamp"];

    private static readonly string[] TimestampForms =
        ["yyyy-M-dTH:m:s.FFFFFFFK", "yyyy-M-d't'H:m:s.FFFFFFFK", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d"];

    /// <summary>Null, a <see cref="bool"/>, long, ulong, double, <see cref="DateTimeOffset"/> or string.</summary>
    public static object? Value(YamlScalarNode node)
    {
        var text = node.Value ?? "";
        var isPlain = node.Tag.IsEmpty ? node.Style is ScalarStyle.Plain or ScalarStyle.Any : TypedTags.Contains(node.Tag.Value);
        return isPlain ? Resolved(text) : text;
    }

    // Of the words of YAML 1.1, yes and no, on and off are text.
    private static object? Resolved(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        ".nan" or ".NaN" or ".NAN" => double.NaN,
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => double.PositiveInfinity,
        "-.inf" or "-.Inf" or "-.INF" => double.NegativeInfinity,
        ['.', ..] => (object?)Decimal(text) ?? text,
        ['+' or '-' or (>= '0' and <= '9'), ..] =>
            (object?)Timestamp(text) ?? Number(text.Replace("_", "", StringComparison.Ordinal)) ?? text,
        _ => text,
    };

    private static DateTimeOffset? Timestamp(string text) =>
        TimestampShape().IsMatch(text)
        && DateTimeOffset.TryParseExact(
            text, TimestampForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static object? Number(string text) => Integer(text) ?? Decimal(text);

    private static double? Decimal(string text) =>
        Float().IsMatch(text)
        && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
        && double.IsFinite(number)
            ? number
            : null;

    // 0x10 is 16, and so is 020.
    private static object? Integer(string text)
    {
        var sign = text is ['+' or '-', ..] ? 1 : 0;
        var (radix, prefix) = text[sign..] switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        var digits = text[(sign + prefix)..];
        UInt128 value = 0;
        foreach (var digit in digits)
        {
            var amount = char.IsAsciiHexDigit(digit) ? Convert.ToInt32($"{digit}", 16) : radix;
            value = (value * (uint)radix) + (uint)amount;
            if (amount >= radix || value > ulong.MaxValue)
                return null;
        }

        return (digits.Length, text) switch
        {
            (0, _) => null,
            (_, ['-', ..]) => value <= 1UL << 63 ? (long)-(Int128)value : null,
            _ when value <= long.MaxValue => (long)value,
            _ => sign == 0 ? (ulong)value : null,
        };
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]+-[0-9]+( [0-9:.]+|[Tt][0-9:.]+(Z|[-+][0-9]{2}:[0-9]{2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimestampShape();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Float();
}
