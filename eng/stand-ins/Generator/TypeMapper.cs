using Generator.Schema;

namespace Generator;

/// <summary>Maps a schema's value types to C# types, and notes every nested type that it mentions.</summary>
internal sealed class TypeMapper(PackageSchema schema, CSharpNames names)
{
    private const string TypePrefix = "#/types/";
    private readonly Queue<NestedType> _mentioned = new();
    private readonly HashSet<NestedType> _known = [];

    /// <summary>Takes the next nested type that was mentioned and not yet written.</summary>
    public bool TryTakeMentioned(out NestedType type) => _mentioned.TryDequeue(out type!);

    public static bool IsList(ValueSpec value) => value.Type == "array";

    public static bool IsMap(ValueSpec value) => value is { Type: "object", AdditionalProperties: not null };

    /// <summary>The type of an input: <c>Input</c>, <c>InputList</c>, <c>InputMap</c> or <c>InputUnion</c>.</summary>
    public string Input(ValueSpec value, TypeUse use) => value switch
    {
        _ when IsList(value) => $"InputList<{Value(value.Items!, use)}>",
        _ when IsMap(value) => $"InputMap<{Value(value.AdditionalProperties!, use)}>",
        { OneOf: [var first, var second] } => $"InputUnion<{Value(first, use)}, {Value(second, use)}>",
        _ => $"Input<{Value(value, use)}>",
    };

    /// <summary>The type of a plain value, as the arguments of a function's asynchronous form take it.</summary>
    public string Plain(ValueSpec value, TypeUse use) => value switch
    {
        _ when IsList(value) => $"List<{Value(value.Items!, use)}>",
        _ when IsMap(value) => $"Dictionary<string, {Value(value.AdditionalProperties!, use)}>",
        _ => Value(value, use),
    };

    /// <summary>The type of an output; a list is never null, anything else is null where it is not required.</summary>
    public string Output(ValueSpec value, bool required, TypeUse use) => Value(value, use) + (required || IsList(value) ? "" : "?");

    private string Value(ValueSpec value, TypeUse use) => value switch
    {
        { Ref: { } reference } => Reference(reference, use),
        // An output of "a string or one of these" is a string: the cloud may know values that the SDK does not.
        { OneOf: { } cases } when IsOutput(use) && cases.Any(one => one.Type == "string") => "string",
        { OneOf: [var first, var second] } => $"Union<{Value(first, use)}, {Value(second, use)}>",
        // A union of more has no C# type of its own.
        { OneOf: not null } => "object",
        { Type: "string" } => "string",
        { Type: "boolean" } => "bool",
        { Type: "integer" } => "int",
        { Type: "number" } => "double",
        { Type: "array", Items: { } items } => $"ImmutableArray<{Value(items, use)}>",
        { Type: "object", AdditionalProperties: { } values } => $"ImmutableDictionary<string, {Value(values, use)}>",
        _ => throw new InvalidOperationException($"no C# type for {value}"),
    };

    private string Reference(string reference, TypeUse use)
    {
        if (!reference.StartsWith(TypePrefix, StringComparison.Ordinal))
        {
            return reference switch
            {
                "pulumi.json#/Any" => "object",
                "pulumi.json#/Asset" => "AssetOrArchive",
                "pulumi.json#/Archive" => "Archive",
                _ => throw new InvalidOperationException($"no C# type for {reference}"),
            };
        }

        var token = reference[TypePrefix.Length..];
        if (schema.Types[token].Enum is not null)
            return $"global::{names.NamespaceOf(token)}.{CSharpNames.ClassOf(token)}";

        var type = new NestedType(token, use);
        if (_known.Add(type))
            _mentioned.Enqueue(type);

        return $"global::{names.NamespaceOf(token)}.{type.SubNamespace}.{type.ClassName}";
    }

    private static bool IsOutput(TypeUse use) => use is TypeUse.Output or TypeUse.Result;
}
