using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Reading;

/// <summary>
/// Reads property values as Pulumi serialises them: sdk/go/common/apitype/property-values.json and
/// pkg/resource/stack/deployment.go in pulumi/pulumi.
/// </summary>
/// <remarks>A secret in plain text is read like any other value, and remembered.</remarks>
internal sealed class PropertyReader
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    private const string ReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    private const string IntegerSignature = "7eb310220ed6211bd6f147f2a75bfbb6";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    // What the program did not give: names that the engine has chosen, and defaults of the provider.
    // https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/tfbridge/schema.go
    private const string Defaults = "__defaults";

    // One for each type that an unknown value has: sdk/go/common/resource/plugin/rpc.go. In what the engine writes it is that of a text.
    private static readonly HashSet<string> Unknowns = new(StringComparer.Ordinal)
    {
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
        UnknownText,
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
        "030794c1-ac77-496b-92df-f27374a8bd58", // asset
        "e48ece36-62e2-4504-bad9-02848725956a", // archive
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
    };

    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>What the engine writes for a value that it does not know.</summary>
    public const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>The secrets that were read in plain text.</summary>
    public IReadOnlyCollection<string> Secrets => _secrets;

    /// <summary>Whether a text stands for a value that is not known yet.</summary>
    public static bool IsUnknown(string? text) => text is not null && Unknowns.Contains(text);

    /// <summary>The members of an object; none where there is no object.</summary>
    public ImmutableDictionary<string, object> Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.Object
            ? Members(element)
            : ImmutableDictionary<string, object>.Empty;

    /// <summary>The members of an object that are there by default.</summary>
    public ImmutableDictionary<string, object> DefaultMembers(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.Object
            ? Members(element, isDefault: true)
            : ImmutableDictionary<string, object>.Empty;

    private ImmutableDictionary<string, object> Members(JsonElement element, bool isDefault = false)
    {
        var defaults = ResourceReader.Texts(element, Defaults);
        var members = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name != Defaults && defaults.Contains(member.Name) == isDefault && Value(member.Value) is { } value)
                members[member.Name] = value;
        }

        return members.ToImmutable();
    }

    private object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Value).OfType<object>().ToImmutableArray(),
        JsonValueKind.Object when ResourceReader.Text(element, Signature) is { } signature => Special(element, signature),
        JsonValueKind.Object => Members(element),
        _ => null,
    };

    private static object Text(string text) => text switch
    {
        ConfigValue.Hidden => UnknownValue.Hidden,
        _ when IsUnknown(text) => UnknownValue.Instance,
        _ => text,
    };

    private object? Special(JsonElement element, string signature) => signature switch
    {
        SecretSignature => Secret(element),
        ArchiveSignature or AssetSignature when ResourceReader.Text(element, "path") is { } path =>
            new LocalArchive(path, IsFile: signature == AssetSignature),
        ArchiveSignature or AssetSignature => Members(element).Remove(Signature),
        ReferenceSignature => ResourceReader.Text(element, "id") is { } id ? Text(id) : ResourceReader.Text(element, "urn"),
        IntegerSignature when element.TryGetProperty("value", out var integer) => Integer(integer),
        OutputSignature => element.TryGetProperty("value", out var value) ? Value(value) : UnknownValue.Instance,
        _ => Members(element),
    };

    // A text, or a number as everywhere else.
    private object? Integer(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && double.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Value(value);

    // With --show-secrets a secret is JSON in a text; otherwise only the holder of the stack's key can read it.
    private object? Secret(JsonElement element)
    {
        if (ResourceReader.Text(element, "plaintext") is not { } plain)
            return UnknownValue.Hidden;

        using var document = JsonDocument.Parse(plain);
        var value = Value(document.RootElement);
        Remember(value);
        return value;
    }

    private void Remember(object? value)
    {
        switch (value)
        {
            case string text:
                _secrets.Add(text);
                break;
            case ImmutableArray<object> items:
                foreach (var item in items)
                    Remember(item);
                break;
            case ImmutableDictionary<string, object> members:
                foreach (var member in members.Values)
                    Remember(member);
                break;
            default:
                break;
        }
    }
}
