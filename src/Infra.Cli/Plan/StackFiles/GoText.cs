using System.Globalization;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Values as text in the forms of Go, in which the Pulumi CLI is written.</summary>
internal static class GoText
{
    /// <summary>A number as YAML that the CLI has written: from a million on, and below a ten-thousandth, with an exponent.</summary>
    public static string Yaml(double number) => number switch
    {
        double.NaN => ".nan",
        double.PositiveInfinity => ".inf",
        double.NegativeInfinity => "-.inf",
        _ => Written(number, isExponentShort: false, exponent => exponent is < -4 or >= 6),
    };

    /// <summary>A number as JSON.</summary>
    public static string Json(double number) =>
        Written(number, isExponentShort: true, exponent => exponent is < -6 or >= 21);

    /// <summary>A time as YAML and JSON have it.</summary>
    public static string Time(DateTimeOffset time) => time.ToString(
        time.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>A time in a list or a map of a stack's file.</summary>
    public static string TimeInList(DateTimeOffset time)
    {
        var zone = time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        var name = time.Offset == TimeSpan.Zero ? "UTC" : zone;
        return time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + $" {zone} {name}";
    }

    private static string Written(double number, bool isExponentShort, Func<int, bool> hasExponent)
    {
        var (digits, exponent) = Shortest(Math.Abs(number));
        var sign = double.IsNegative(number) ? "-" : "";
        if (!hasExponent(exponent))
            return sign + Fixed(digits, exponent);

        var isSmall = int.IsNegative(exponent);
        var size = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(isExponentShort && isSmall ? 1 : 2, '0');
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return $"{sign}{digits[0]}{fraction}e{(isSmall ? '-' : '+')}{size}";
    }

    private static string Fixed(string digits, int exponent) => exponent switch
    {
        < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
        _ when exponent + 1 >= digits.Length => digits.PadRight(exponent + 1, '0'),
        _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
    };

    // The fewest digits that mean the number, none of 0, and the power of ten of the first.
    private static (string Digits, int Exponent) Shortest(double number)
    {
        var parts = number.ToString(CultureInfo.InvariantCulture).Split('E');
        var whole = parts[0].Split('.')[0].Length;
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var leading = all.Length - all.TrimStart('0').Length;
        var power = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var digits = all[leading..].TrimEnd('0');
        return (digits, digits.Length == 0 ? 0 : whole - 1 - leading + power);
    }
}
