using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Preview;

/// <summary>Property values as Pulumi serialises them: sdk/go/common/apitype/property-values.json in pulumi/pulumi.</summary>
internal static class PropertyValue
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";

    public static void WriteMembers(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object>> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case ImmutableArray<object> items:
                json.WriteStartArray();
                foreach (var item in items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case ImmutableDictionary<string, object> members:
                WriteMembers(json, members);
                break;
            case LocalArchive archive:
                json.WriteStartObject();
                json.WriteString(Signature, archive.IsFile ? AssetSignature : ArchiveSignature);
                json.WriteString("path", archive.Path);
                json.WriteEndObject();
                break;
            case UnknownValue:
                json.WriteStringValue(UnknownText);
                break;
            default:
                throw new NotSupportedException($"a preview can't show a {value.GetType().Name}; add it to {nameof(PropertyValue)}");
        }
    }
}
