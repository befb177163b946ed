using System.Text.Json;
using Infra.Settings.Reading;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>A configuration value as a program gets it.</summary>
/// <param name="Text">The text; lists and maps are JSON.</param>
/// <param name="IsSecret">Whether it must never be shown.</param>
internal sealed record ConfigValue(string Text, bool IsSecret = false)
{
    /// <summary>What takes a secret's place wherever it would be shown.</summary>
    public const string Hidden = SecretText.Hidden;

    /// <summary>The value as it may be shown.</summary>
    public string Shown => IsSecret ? Hidden : Text;

    /// <summary>The texts by which the value can turn up in resources: itself, and the items of a list.</summary>
    public IEnumerable<string> Texts => Items(Text).Prepend(Text);

    private static string[] Items(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(text) ?? [];
        }
        catch (JsonException)
        {
            // Not a list of texts: then it turns up as it stands or not at all.
            return [];
        }
    }
}
