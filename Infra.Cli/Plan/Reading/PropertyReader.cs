using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Reading;

/// <summary>
/// Reads property values as Pulumi serialises them: sdk/go/common/apitype/property-values.json and
/// sdk/go/common/resource/plugin/rpc.go in pulumi/pulumi.
/// </summary>
internal static class PropertyReader
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    private const string ReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    // One for each type that an unknown value has.
    private static readonly HashSet<string> Unknowns = new(StringComparer.Ordinal)
    {
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
        "030794c1-ac77-496b-92df-f27374a8bd58", // asset
        "e48ece36-62e2-4504-bad9-02848725956a", // archive
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
    };

    /// <summary>Whether a text stands for a value that is not known yet.</summary>
    public static bool IsUnknown(string? text) => text is not null && Unknowns.Contains(text);

    /// <summary>The members of an object; none where there is no object.</summary>
    public static ImmutableDictionary<string, object> Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.Object
            ? Members(element)
            : ImmutableDictionary<string, object>.Empty;

    private static ImmutableDictionary<string, object> Members(JsonElement element)
    {
        var members = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (Value(member.Value) is { } value)
                members[member.Name] = value;
        }

        return members.ToImmutable();
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => IsUnknown(element.GetString()) ? UnknownValue.Instance : element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Value).OfType<object>().ToImmutableArray(),
        JsonValueKind.Object when element.TryGetProperty(Signature, out var signature) => Special(element, signature.GetString()),
        JsonValueKind.Object => Members(element),
        _ => null,
    };

    private static object? Special(JsonElement element, string? signature) => signature switch
    {
        SecretSignature => Secret(element),
        ArchiveSignature or AssetSignature when Text(element, "path") is { } path => new LocalArchive(path),
        ArchiveSignature or AssetSignature => Members(element).Remove(Signature),
        ReferenceSignature => Text(element, "id") is { } id && !IsUnknown(id) ? id : Text(element, "urn"),
        OutputSignature => element.TryGetProperty("value", out var value) ? Value(value) : UnknownValue.Instance,
        _ => Members(element),
    };

    // With --show-secrets a secret is JSON in a text; otherwise only the holder of the stack's key can read it.
    private static object? Secret(JsonElement element)
    {
        if (Text(element, "plaintext") is not { } plain)
            return ConfigValue.Hidden;

        using var document = JsonDocument.Parse(plain);
        return Value(document.RootElement);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
