using System.Text.Json;

namespace Infra.Settings.Kinds;

/// <summary>A list of texts as Pulumi hands it over.</summary>
internal static class JsonTexts
{
    /// <summary>The items of a JSON array of texts; null when the text is none.</summary>
    public static IReadOnlyList<string>? Of(string text)
    {
        try
        {
            var items = JsonSerializer.Deserialize<List<string?>>(text);
            return items is null || items.Contains(null) ? null : [.. items.OfType<string>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
