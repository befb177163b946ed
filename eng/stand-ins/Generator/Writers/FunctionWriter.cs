using Generator.Schema;

namespace Generator.Writers;

/// <summary>Writes the class of a function (a data source) with its arguments, plain and as inputs, and its result.</summary>
internal sealed class FunctionWriter(TypeMapper types)
{
    private readonly InputClassWriter _inputs = new(types);
    private readonly OutputClassWriter _outputs = new(types);

    public void Write(SourceFile file, string token, FunctionSpec spec)
    {
        var name = CSharpNames.ClassOf(token);
        var inputs = spec.Inputs ?? new ObjectSpec();
        var hasInputs = inputs.Properties.Count > 0;
        var optional = inputs.Required.Count == 0;

        file.Obsolete(spec.DeprecationMessage);
        file.Block($"public static class {name}", () =>
        {
            WriteOverload("InvokeAsync", "Task", $"{name}Args", optional, "InvokeOptions? options = null");
            WriteOverload("Invoke", "Output", $"{name}InvokeArgs", optional, "InvokeOptions? options = null");
            WriteOverload("Invoke", "Output", $"{name}InvokeArgs", false, "InvokeOutputOptions options");
        });

        if (hasInputs)
        {
            file.Line();
            _inputs.Write(
                file, new(name + "Args", "InvokeArgs", TypeUse.PlainArgs) { WithDefaults = true }, inputs.Properties, inputs.Required);
            file.Line();
            _inputs.Write(
                file,
                new(name + "InvokeArgs", "InvokeArgs", TypeUse.InvokeArgs) { WithDefaults = true },
                inputs.Properties,
                inputs.Required);
        }

        file.Line();
        _outputs.Write(file, name + "Result", TypeUse.Result, spec.Outputs ?? new ObjectSpec());

        void WriteOverload(string method, string wrapper, string argsType, bool argsOptional, string options)
        {
            var parameter = hasInputs ? $"{argsType}{(argsOptional ? "? args = null" : " args")}, " : "";
            var value = hasInputs ? $"args ?? new {argsType}()" : "InvokeArgs.Empty";
            file.Line($"public static {wrapper}<{name}Result> {method}({parameter}{options})");
            file.Line($"    => Deployment.Instance.{method}<{name}Result>(\"{token}\", {value}, options.WithDefaults());");
            file.Line();
        }
    }
}
