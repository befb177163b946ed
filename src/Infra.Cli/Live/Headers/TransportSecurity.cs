using System.Globalization;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Headers;

/// <summary>Strict-Transport-Security as browsers read it: https://www.rfc-editor.org/rfc/rfc6797#section-6.1.</summary>
internal static class TransportSecurity
{
    /// <summary>A year, in seconds.</summary>
    public const long FewestSeconds = 31_536_000;

    public const string Field = "Strict-Transport-Security";

    /// <summary>What is wrong with it; none if browsers ask for HTTPS alone for long enough.</summary>
    public static string? Fault(IEnumerable<string> values)
    {
        // Browsers take the first of several fields.
        if (values.FirstOrDefault() is not { } value)
            return $"{Field} is missing";

        var shown = $"{Field} is {LegibleText.Of(value)}";
        return MaxAge(value) switch
        {
            null => $"{shown}, which browsers ignore",
            < FewestSeconds => string.Create(CultureInfo.InvariantCulture, $"{shown}, not {FewestSeconds} seconds or more"),
            _ => null,
        };
    }

    // None where the grammar is not kept, for which browsers ignore all of it.
    private static long? MaxAge(string value)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long? maxAge = null;
        foreach (var directive in value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = directive.Split('=', 2, StringSplitOptions.TrimEntries);
            if (!names.Add(parts[0]))
                return null;
            if (parts[0].Equals("includeSubDomains", StringComparison.OrdinalIgnoreCase) && parts.Length > 1)
                return null;
            if (!parts[0].Equals("max-age", StringComparison.OrdinalIgnoreCase))
                continue;
            if (parts.Length < 2 || Seconds(parts[1]) is not { } seconds)
                return null;
            maxAge = seconds;
        }

        return maxAge;
    }

    private static long? Seconds(string text)
    {
        var digits = text is ['"', .. var quoted, '"'] ? quoted : text;
        return digits.Length == 0 || !digits.All(char.IsAsciiDigit) ? null
            : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds
            : long.MaxValue;
    }
}
