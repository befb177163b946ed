using System.Globalization;

namespace Infra.Cli.Live.Headers;

/// <summary>A Set-Cookie as browsers read it: https://www.rfc-editor.org/rfc/rfc6265#section-5.2.</summary>
internal sealed class SetCookie
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
        _attributes["Max-Age"].LastOrDefault() is { Length: > 0 } age
            ? long.TryParse(age, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && seconds <= 0
            : DateTimeOffset.TryParse(
                _attributes["Expires"].LastOrDefault()?.Replace('-', ' '),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var end) && end <= now;
}
