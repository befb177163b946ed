using System.Text.Json;

namespace Generator.Schema;

/// <summary>
/// The part of a Pulumi package schema that an SDK is made from.
/// See https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema/.
/// </summary>
internal sealed record PackageSchema
{
    public required string Name { get; init; }
    public required string Version { get; init; }
    public PackageLanguage? Language { get; init; }
    public ResourceSpec? Provider { get; init; }
    public SortedDictionary<string, ResourceSpec> Resources { get; init; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, FunctionSpec> Functions { get; init; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, TypeSpec> Types { get; init; } = new(StringComparer.Ordinal);
}

internal sealed record PackageLanguage(PackageNames? CSharp);

/// <param name="Namespaces">C# namespace by module, e.g. <c>lb</c>: <c>LB</c>.</param>
internal sealed record PackageNames(Dictionary<string, string>? Namespaces);

internal sealed record ResourceSpec
{
    public SortedDictionary<string, PropertySpec> Properties { get; init; } = new(StringComparer.Ordinal);
    public HashSet<string> Required { get; init; } = [];
    public SortedDictionary<string, PropertySpec> InputProperties { get; init; } = new(StringComparer.Ordinal);
    public HashSet<string> RequiredInputs { get; init; } = [];
    public ObjectSpec? StateInputs { get; init; }
    public List<AliasSpec> Aliases { get; init; } = [];
    public string? DeprecationMessage { get; init; }
}

/// <param name="Type">A token that the resource had in an earlier version.</param>
internal sealed record AliasSpec(string Type);

internal sealed record FunctionSpec(ObjectSpec? Inputs, ObjectSpec? Outputs, string? DeprecationMessage);

internal record ObjectSpec
{
    public SortedDictionary<string, PropertySpec> Properties { get; init; } = new(StringComparer.Ordinal);
    public HashSet<string> Required { get; init; } = [];
}

/// <summary>An object type, or an enum where <see cref="Enum"/> is set.</summary>
internal sealed record TypeSpec : ObjectSpec
{
    public string? Type { get; init; }
    public List<EnumValueSpec>? Enum { get; init; }
}

internal sealed record EnumValueSpec(string? Name, JsonElement Value, string? DeprecationMessage);

/// <summary>The type of a value: a primitive, a list, a map, a reference or a union.</summary>
internal record ValueSpec
{
    public string? Type { get; init; }
    public ValueSpec? Items { get; init; }
    public ValueSpec? AdditionalProperties { get; init; }
    [System.Text.Json.Serialization.JsonPropertyName("$ref")]
    public string? Ref { get; init; }
    public List<ValueSpec>? OneOf { get; init; }
}

internal sealed record PropertySpec : ValueSpec
{
    public bool Secret { get; init; }
    public JsonElement? Default { get; init; }
    public DefaultInfo? DefaultInfo { get; init; }
    public PropertyLanguage? Language { get; init; }
    public string? DeprecationMessage { get; init; }
}

internal sealed record DefaultInfo(List<string>? Environment);

internal sealed record PropertyLanguage(PropertyNames? CSharp);

internal sealed record PropertyNames(string? Name);
