using Generator.Schema;
using Generator.Writers;

namespace Generator;

/// <summary>The C# SDK of one package: a class for each resource and function, and for each type that they mention.</summary>
internal sealed class Sdk
{
    private readonly PackageSchema _schema;
    private readonly CSharpNames _names;
    private readonly TypeMapper _types;

    public Sdk(PackageSchema schema)
    {
        _schema = schema;
        _names = new CSharpNames(schema);
        _types = new TypeMapper(schema, _names);
    }

    public void WriteTo(string directory)
    {
        WriteFile(directory, _names.RootNamespace, "Utilities", file => UtilitiesWriter.Write(file, _schema.Name, _schema.Version));
        WriteResources(directory);
        WriteFunctions(directory);
        WriteEnums(directory);
        WriteNestedTypes(directory);
    }

    private void WriteResources(string directory)
    {
        var writer = new ResourceWriter(_schema, _types);
        foreach (var (token, spec) in _schema.Resources)
            WriteFile(directory, _names.NamespaceOf(token), CSharpNames.ClassOf(token), file => writer.WriteResource(file, token, spec));

        if (_schema.Provider is { } provider)
            WriteFile(directory, _names.RootNamespace, "Provider", file => writer.WriteProvider(file, provider));
    }

    private void WriteFunctions(string directory)
    {
        var writer = new FunctionWriter(_types);
        foreach (var (token, spec) in _schema.Functions)
            WriteFile(directory, _names.NamespaceOf(token), CSharpNames.ClassOf(token), file => writer.Write(file, token, spec));
    }

    private void WriteEnums(string directory)
    {
        foreach (var (token, spec) in _schema.Types.Where(entry => entry.Value.Enum is not null))
        {
            var name = CSharpNames.ClassOf(token);
            WriteFile(directory, _names.NamespaceOf(token), name, file => EnumWriter.Write(file, name, spec.Enum!));
        }
    }

    // Writing one may mention more, so this comes last and goes on until none is left.
    private void WriteNestedTypes(string directory)
    {
        var inputs = new InputClassWriter(_types);
        var outputs = new OutputClassWriter(_types);
        while (_types.TryTakeMentioned(out var type))
        {
            var spec = _schema.Types[type.Token];
            WriteFile(directory, $"{_names.NamespaceOf(type.Token)}.{type.SubNamespace}", type.ClassName, file =>
            {
                if (type.Use is TypeUse.Output or TypeUse.Result)
                {
                    outputs.Write(file, type.ClassName, type.Use, spec);
                    return;
                }

                var baseClass = type.Use == TypeUse.PlainArgs ? "InvokeArgs" : "ResourceArgs";
                var shape = new InputClassWriter.Shape(type.ClassName, baseClass, type.Use) { WithDefaults = type.Use != TypeUse.GetArgs };
                inputs.Write(file, shape, spec.Properties, spec.Required);
            });
        }
    }

    private static void WriteFile(string directory, string @namespace, string className, Action<SourceFile> write)
    {
        using var file = new SourceFile(directory, @namespace, className);
        write(file);
    }
}
