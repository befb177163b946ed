using Generator.Schema;

namespace Generator.Writers;

/// <summary>Writes the class of a resource with its arguments and state; a provider is a resource that nothing looks up.</summary>
internal sealed class ResourceWriter(PackageSchema schema, TypeMapper types)
{
    private const string AttributeSuffix = "ResourceType";
    private readonly InputClassWriter _inputs = new(types);

    public void WriteResource(SourceFile file, string token, ResourceSpec spec)
    {
        var name = CSharpNames.ClassOf(token);
        var noInputRequired = spec.RequiredInputs.Count == 0;

        file.Obsolete(spec.DeprecationMessage);
        file.Line($"[{CSharpNames.Pascal(schema.Name)}{AttributeSuffix}(\"{token}\")]");
        file.Block($"public partial class {name} : CustomResource", () =>
        {
            WriteOutputs(file, name, spec);
            file.Line(
                $"public {name}(string name, {name}Args{(noInputRequired ? "? args = null" : " args")}, "
                + "CustomResourceOptions? options = null)");
            file.Line($"    : base(\"{token}\", name, args ?? new {name}Args(), MakeResourceOptions(options, \"\")) {{ }}");
            file.Line();
            file.Line($"private {name}(string name, Input<string> id, {name}State? state, CustomResourceOptions? options)");
            file.Line($"    : base(\"{token}\", name, state, MakeResourceOptions(options, id)) {{ }}");
            file.Line();
            file.Line(
                $"public static {name} Get(string name, Input<string> id, {name}State? state = null, "
                + "CustomResourceOptions? options = null)");
            file.Line("    => new(name, id, state, options);");
            file.Line();
            WriteOptions(file, spec);
        });
        file.Line();
        _inputs.Write(
            file,
            new(name + "Args", "ResourceArgs", TypeUse.Args) { WithDefaults = true },
            spec.InputProperties,
            spec.RequiredInputs);
        file.Line();
        _inputs.Write(
            file,
            new(name + "State", "ResourceArgs", TypeUse.GetArgs),
            spec.StateInputs?.Properties ?? [],
            new HashSet<string>());
    }

    public void WriteProvider(SourceFile file, ResourceSpec spec)
    {
        file.Line($"[{CSharpNames.Pascal(schema.Name)}{AttributeSuffix}(\"pulumi:providers:{schema.Name}\")]");
        file.Block("public partial class Provider : ProviderResource", () =>
        {
            // A provider's outputs are its inputs as they were given to it: text, even where the input is not.
            var text = spec.Properties.Where(entry => entry.Value.Type == "string");
            WriteOutputs(file, "Provider", spec with { Properties = new(text.ToDictionary(), StringComparer.Ordinal) });
            file.Line("public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)");
            file.Line($"    : base(\"{schema.Name}\", name, args ?? new ProviderArgs(), MakeResourceOptions(options, \"\")) {{ }}");
            file.Line();
            WriteOptions(file, spec);
        });
        file.Line();
        var shape = new InputClassWriter.Shape("ProviderArgs", "ResourceArgs", TypeUse.Args) { JsonEncoded = true, WithDefaults = true };
        _inputs.Write(file, shape, spec.InputProperties, spec.RequiredInputs);
    }

    private void WriteOutputs(SourceFile file, string className, ResourceSpec spec)
    {
        foreach (var (wireName, property) in spec.Properties)
        {
            var member = CSharpNames.MemberOf(wireName, property);
            if (member == className)
            {
                throw new SchemaException($"{schema.Name}.json", null,
                    $"a member cannot be named like its class, but '{wireName}' of {className} is; "
                    + "name it in eng/stand-ins/schema/overrides.json");
            }

            var type = types.Output(property, spec.Required.Contains(wireName), TypeUse.Output);
            file.Line($"[Output(\"{wireName}\")]");
            file.Line($"public Output<{type}> {member} {{ get; private set; }} = null!;");
            file.Line();
        }
    }

    private static void WriteOptions(SourceFile file, ResourceSpec spec)
    {
        var secrets = spec.Properties.Where(entry => entry.Value.Secret).Select(entry => entry.Key);
        file.Block("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)", () =>
        {
            file.Line("var defaults = new CustomResourceOptions { Version = Utilities.Version };");
            foreach (var alias in spec.Aliases)
                file.Line($"defaults.Aliases.Add(new global::Pulumi.Alias {{ Type = \"{alias.Type}\" }});");

            foreach (var secret in secrets)
                file.Line($"defaults.AdditionalSecretOutputs.Add(\"{secret}\");");

            file.Line("var merged = CustomResourceOptions.Merge(defaults, options);");
            file.Line("merged.Id = id ?? merged.Id;");
            file.Line("return merged;");
        });
    }
}
