using System.Text.RegularExpressions;

namespace Generator.Schema;

/// <summary>What the writers rely on: every reference leads somewhere, every value has a type, every name is one in C# too.</summary>
internal sealed partial class SchemaRules(PackageSchema schema)
{
    private const string TypePrefix = "#/types/";

    private static readonly string[] PrimitiveTypes = ["string", "boolean", "integer", "number"];
    private static readonly string[] KnownReferences = ["pulumi.json#/Any", "pulumi.json#/Asset", "pulumi.json#/Archive"];

    /// <summary>What is wrong, each with its place in the schema.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. Name("name", schema.Name),
        // The module index is the package itself, and has no namespace of its own.
        .. (schema.Language?.CSharp?.Namespaces ?? [])
            .Where(entry => entry.Key != "index")
            .SelectMany(entry => Name($"the namespace of {entry.Key}", entry.Value)),
        .. schema.Provider is { } provider ? Resource("provider", provider) : [],
        .. schema.Resources.SelectMany(entry => Token(entry.Key).Concat(Resource(entry.Key, entry.Value))),
        .. schema.Functions.SelectMany(entry => Token(entry.Key).Concat(Function(entry.Key, entry.Value))),
        .. schema.Types.SelectMany(entry => Token(entry.Key).Concat(Type(entry.Key, entry.Value))),
    ];

    private IEnumerable<string> Resource(string place, ResourceSpec? spec) => spec is null
        ? [$"{place} is null"]
        :
        [
            .. Properties(place, spec.Properties),
            .. Properties($"{place} inputs", spec.InputProperties),
            .. Properties($"{place} state", spec.StateInputs?.Properties),
            .. spec.Aliases.SelectMany(alias => alias is null ? [$"an alias of {place} is null"] : Token(alias.Type)),
        ];

    private IEnumerable<string> Function(string place, FunctionSpec? spec) => spec is null
        ? [$"{place} is null"]
        : [.. Properties($"{place} inputs", spec.Inputs?.Properties), .. Properties($"{place} outputs", spec.Outputs?.Properties)];

    private IEnumerable<string> Type(string place, TypeSpec? spec) => spec switch
    {
        null => [$"{place} is null"],
        { Enum: { } values } => values.SelectMany(value =>
            value is null ? [$"a value of {place} is null"] : Name($"a value of {place}", value.Name)),
        _ => Properties(place, spec.Properties),
    };

    private IEnumerable<string> Properties(string place, IReadOnlyDictionary<string, PropertySpec>? properties) =>
        (properties ?? new Dictionary<string, PropertySpec>())
            .SelectMany(entry => Property($"{place}.{entry.Key}", entry.Key, entry.Value));

    private IEnumerable<string> Property(string place, string wireName, PropertySpec? property) =>
    [
        .. Name(place, wireName),
        .. property?.Language?.CSharp?.Name is { } member ? Name($"the C# name of {place}", member) : [],
        .. (property?.DefaultInfo?.Environment ?? []).SelectMany(variable => Name($"a variable of {place}", variable)),
        .. Value(place, property),
    ];

    private IEnumerable<string> Value(string place, ValueSpec? value) => value switch
    {
        null => [$"{place} is null"],
        { Ref: { } reference } => Reference(place, reference),
        { OneOf: { } cases } => cases.SelectMany(one => Value(place, one)),
        { Type: "array" } => Value($"{place}[]", value.Items),
        { Type: "object" } => Value($"{place}{{}}", value.AdditionalProperties),
        _ => PrimitiveTypes.Contains(value.Type) ? [] : [$"{place} has the type '{value.Type}'"],
    };

    private IEnumerable<string> Reference(string place, string reference) =>
        reference.StartsWith(TypePrefix, StringComparison.Ordinal) && schema.Types.ContainsKey(reference[TypePrefix.Length..])
            || KnownReferences.Contains(reference)
            ? []
            : [$"{place} refers to '{reference}', which is not there"];

    private static IEnumerable<string> Token(string? token) => TokenForm().IsMatch(token ?? "") ? [] : [$"'{token}' is no token"];

    private static IEnumerable<string> Name(string place, string? name) =>
        NameForm().IsMatch(name ?? "") ? [] : [$"{place} is '{name}', which is no name"];

    [GeneratedRegex(@"\A[a-z][a-z0-9]*:[A-Za-z0-9]+(/[A-Za-z0-9]+)?:[A-Za-z][A-Za-z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
