using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>An argument that travels as JSON text, as the configuration of providers does.</summary>
internal sealed record JsonEncoded(object Value)
{
    /// <summary>Formats a serialized value with the spacing that protocol buffers use for JSON.</summary>
    public static string Format(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        ImmutableArray<object?> items => $"[ {Join(items.Select(Format))}]",
        // By key, as protocol buffers are filled.
        ImmutableDictionary<string, object?> entries =>
            $"{{ {Join(entries.OrderBy(entry => entry.Key).Select(entry => $"{Format(entry.Key)}: {Format(entry.Value)}"))}}}",
        _ => throw new InvalidOperationException($"{value.GetType().FullName} cannot be encoded as JSON."),
    };

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } content ? $"{content} " : "";
}
