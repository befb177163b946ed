using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Settings.Reading;

/// <summary>Writes a value into a message so that it can be recognised and neither breaks the line nor floods the terminal.</summary>
internal static class ShownValue
{
    private const int MaximumLength = 120;

    // Not for HTML, so that quotes, + and letters of any language stay legible; control characters are escaped all the same.
    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string value)
    {
        var shown = value.Length <= MaximumLength ? value : $"{value[..MaximumLength]}...";
        var isLegible = shown.Length > 0 && shown == shown.Trim() && !shown.Any(char.IsControl);
        return isLegible ? shown : JsonSerializer.Serialize(shown, Legible);
    }
}
