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
        string text => Quote(text),
        ImmutableArray<object?> items => Enclose('[', items.Select(Format), ']'),
        ImmutableDictionary<string, object?> entries =>
            Enclose('{', entries.Select(entry => $"{Quote(entry.Key)}: {Format(entry.Value)}"), '}'),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} cannot be encoded as JSON."),
    };

    private static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Enclose(char open, IEnumerable<string> parts, char close)
    {
        var content = string.Join(", ", parts);
        return content.Length == 0 ? $"{open} {close}" : $"{open} {content} {close}";
    }
}
