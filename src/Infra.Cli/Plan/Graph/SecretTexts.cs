using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Graph;

/// <summary>
/// Texts that must never be shown, neither as they stand nor as JSON, XML or Base64 write them. They are known by their value, since
/// mocks are not told which outputs are secret.
/// </summary>
internal sealed class SecretTexts(IEnumerable<string> texts)
{
    // A shorter text is in others by chance: hiding "1" wherever it appears would tell what the secret is.
    private const int ShortestPart = 4;

    // What is left of a short text in Base64, without what its neighbours have a part in, is in other texts by chance as well.
    private const int ShortestEncoded = 6;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> _texts = texts.Where(text => text is not ("" or ConfigValue.Hidden)).ToHashSet(StringComparer.Ordinal);

    // The longest first, so that a secret that is part of another one does not leave the rest of it.
    private readonly string[] _forms =
    [
        .. texts.Where(text => text.Length >= ShortestPart && text is not ConfigValue.Hidden).SelectMany(FormsOf)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(form => form.Length),
    ];

    /// <summary>Whether a text is a secret, or holds one.</summary>
    public bool AreIn(string text) =>
        _texts.Contains(text) || _forms.Any(form => text.Contains(form, StringComparison.Ordinal));

    /// <summary>The text with each secret in it hidden, for a sentence that quotes one.</summary>
    public string HiddenIn(string text) => _texts.Contains(text)
        ? ConfigValue.Hidden
        : _forms.Aggregate(text, (shown, form) => shown.Replace(form, ConfigValue.Hidden, StringComparison.Ordinal));

    private static IEnumerable<string> FormsOf(string text) =>
    [
        text,
        JsonSerializer.Serialize(text)[1..^1],
        JsonSerializer.Serialize(text, Relaxed)[1..^1],
        SecurityElement.Escape(text),
        .. Enumerable.Range(0, 3).Select(offset => EncodedAt(offset, text)).Where(form => form.Length >= ShortestEncoded),
    ];

    // Base64 writes three bytes as four characters, so what stands for a text depends on where in a longer one it begins. Characters at
    // both ends, which tell of its neighbours too, are left out.
    private static string EncodedAt(int offset, string text)
    {
        byte[] bytes = [.. new byte[offset], .. Encoding.UTF8.GetBytes(text)];
        return Convert.ToBase64String(bytes)[((offset * 4 + 2) / 3)..(bytes.Length * 4 / 3)];
    }
}
