using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Cli.Live.Headers;

/// <summary>A Set-Cookie as browsers read it: https://www.rfc-editor.org/rfc/rfc6265#section-5.2.</summary>
internal sealed partial class SetCookie
{
    private readonly ILookup<string, string> _attributes;

    /// <summary>Reads one.</summary>
    public SetCookie(string value)
    {
        var parts = value.Split(';');
        Name = parts[0].Split('=', 2)[0].Trim();
        _attributes = parts.Skip(1).Select(part => part.Split('=', 2)).ToLookup(
            pair => pair[0].Trim(), pair => pair.Length > 1 ? pair[1].Trim() : "", StringComparer.OrdinalIgnoreCase);
    }

    public string Name { get; }

    /// <summary>Whether it is sent over HTTPS alone.</summary>
    public bool IsSecure => _attributes.Contains("Secure");

    /// <summary>Whether it takes a cookie away: nothing is sent then.</summary>
    public bool IsDeletion(DateTimeOffset now) =>
        _attributes["Max-Age"].LastOrDefault(age => Seconds().IsMatch(age)) is { } seconds
            ? NoSeconds().IsMatch(seconds)
            : DateTimeOffset.TryParse(
                _attributes["Expires"].LastOrDefault()?.Replace('-', ' '),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var end) && end <= now;

    // Of any length. To browsers, anything else is no Max-Age at all.
    [GeneratedRegex("^-?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();

    [GeneratedRegex("^(-[0-9]+|0+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoSeconds();
}
