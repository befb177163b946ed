using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Resources;

/// <summary>Writes a value on one line, as JSON does: the same value, the same text.</summary>
internal static class ShownValue
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="value">The value.</param>
    /// <param name="text">What stands for a text in it.</param>
    public static string Of(object value, Func<string, string> text) => value switch
    {
        string plain => JsonSerializer.Serialize(text(plain), Relaxed),
        bool flag => flag ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        ImmutableArray<object> items => $"[{string.Join(", ", items.Select(item => Of(item, text)))}]",
        ImmutableDictionary<string, object> members => $"{{{string.Join(", ", members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{JsonSerializer.Serialize(member.Key, Relaxed)}: {Of(member.Value, text)}"))}}}",
        UnknownValue => JsonSerializer.Serialize(value.ToString(), Relaxed),
        LocalArchive archive => $"archive {JsonSerializer.Serialize(archive.Path, Relaxed)}",
        _ => value.ToString() ?? "",
    };

    /// <summary>A number, a boolean or a text, as AWS writes all three, also one that is hidden; none for anything else.</summary>
    public static string? Scalar(object? value) => value switch
    {
        string text => text,
        UnknownValue => value.ToString(),
        bool flag => flag ? "true" : "false",
        double number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
