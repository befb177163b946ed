using Generator.Schema;

namespace Generator.Writers;

/// <summary>Writes a class of outputs: the result of a function, or a nested part of a resource's or function's outputs.</summary>
internal sealed class OutputClassWriter(TypeMapper types)
{
    public void Write(SourceFile file, string name, TypeUse use, ObjectSpec spec)
    {
        string TypeOf(KeyValuePair<string, PropertySpec> entry) => types.Output(entry.Value, spec.Required.Contains(entry.Key), use);

        file.Line("[OutputType]");
        file.Block($"public sealed class {name}", () =>
        {
            foreach (var entry in spec.Properties)
                file.Line($"public readonly {TypeOf(entry)} {CSharpNames.MemberOf(entry.Key, entry.Value)};");

            file.Line();
            file.Line("[OutputConstructor]");
            var parameters = spec.Properties.Select(entry => $"{TypeOf(entry)} {CSharpNames.ParameterOf(entry.Key)}");
            file.Block($"private {name}({string.Join(", ", parameters)})", () =>
            {
                foreach (var (wireName, property) in spec.Properties)
                    file.Line($"{CSharpNames.MemberOf(wireName, property)} = {CSharpNames.ParameterOf(wireName)};");
            });
        });
    }
}
