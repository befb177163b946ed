using Generator.Schema;

namespace Generator.Writers;

/// <summary>Writes a class of inputs: the arguments of a resource, its state, or a nested part of either.</summary>
internal sealed class InputClassWriter(TypeMapper types)
{
    /// <param name="Name">The class.</param>
    /// <param name="Base">What it derives from.</param>
    /// <param name="Use">Which classes nested types are mapped to.</param>
    public sealed record Shape(string Name, string Base, TypeUse Use)
    {
        /// <summary>A provider gets every value that is not a string as JSON text.</summary>
        public bool JsonEncoded { get; init; }

        /// <summary>Whether the schema's defaults hold: for arguments, not for the state a resource is looked up by.</summary>
        public bool WithDefaults { get; init; }
    }

    public void Write(SourceFile file, Shape shape, IReadOnlyDictionary<string, PropertySpec> properties, IReadOnlySet<string> required)
    {
        file.Block($"public sealed class {shape.Name} : {shape.Base}", () =>
        {
            foreach (var (wireName, property) in properties)
            {
                WriteProperty(file, shape, wireName, property, required.Contains(wireName));
                file.Line();
            }

            file.Block($"public {shape.Name}()", () =>
            {
                foreach (var (wireName, property) in properties.Where(entry => shape.WithDefaults && DefaultOf(entry.Value) is not null))
                    file.Line($"{CSharpNames.MemberOf(wireName, property)} = {DefaultOf(property)};");
            });
            file.Line($"public static new {shape.Name} Empty => new();");
        });
    }

    private void WriteProperty(SourceFile file, Shape shape, string wireName, PropertySpec property, bool required)
    {
        var plain = shape.Use == TypeUse.PlainArgs;
        var type = plain ? types.Plain(property, shape.Use) : types.Input(property, shape.Use);
        var member = CSharpNames.MemberOf(wireName, property);
        var json = shape.JsonEncoded && property.Type != "string" ? ", json: true" : "";
        var attribute = $"[Input(\"{wireName}\"{(required ? ", required: true" : "")}{json})]";
        var isCollection = TypeMapper.IsList(property) || TypeMapper.IsMap(property);

        file.Line(attribute);
        if (!isCollection && !property.Secret)
        {
            var initialValue = required && !IsPlainValueType(type) ? " = null!;" : "";
            file.Line($"public {type}{(required ? "" : "?")} {member} {{ get; set; }}{initialValue}");
            return;
        }

        var field = CSharpNames.FieldOf(wireName);
        // Wrapped in the setter, so that the value is secret however it was given: officially a null is, too.
        var setter = property.Secret && !plain ? $"({type})Output.CreateSecret(value.ToOutput())" : "value";
        file.Line($"private {type}? {field};");
        // Official classes mark what has a field behind it, and nothing else.
        file.Obsolete(property.DeprecationMessage);
        file.Block($"public {type}{(isCollection ? "" : "?")} {member}", () =>
        {
            file.Line($"get => {field}{(isCollection ? " ??= new()" : "")};");
            file.Line($"set => {field} = {setter};");
        });
    }

    private static bool IsPlainValueType(string type) => type is "bool" or "int" or "double";

    private static string? DefaultOf(PropertySpec property)
    {
        if (property.DefaultInfo?.Environment is { } variables)
            return $"Utilities.GetEnv({string.Join(", ", variables.Select(variable => $"\"{variable}\""))})!";

        // JSON and C# write strings, numbers and booleans alike.
        return property.Default?.GetRawText();
    }
}
