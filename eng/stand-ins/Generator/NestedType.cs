namespace Generator;

/// <summary>What a nested type is used for; each use has a class of its own.</summary>
internal enum TypeUse
{
    /// <summary>Arguments of a resource: <c>Inputs.XArgs</c>.</summary>
    Args,

    /// <summary>State that a resource is looked up by: <c>Inputs.XGetArgs</c>.</summary>
    GetArgs,

    /// <summary>Outputs of a resource: <c>Outputs.X</c>.</summary>
    Output,

    /// <summary>Arguments of a function in plain values: <c>Inputs.XArgs</c>.</summary>
    PlainArgs,

    /// <summary>Arguments of a function in inputs: <c>Inputs.XInputArgs</c>.</summary>
    InvokeArgs,

    /// <summary>Results of a function: <c>Outputs.XResult</c>.</summary>
    Result,
}

/// <summary>A class to write for the object type <paramref name="Token"/>.</summary>
internal sealed record NestedType(string Token, TypeUse Use)
{
    public string SubNamespace => Use is TypeUse.Output or TypeUse.Result ? "Outputs" : "Inputs";

    public string ClassName => CSharpNames.ClassOf(Token) + Use switch
    {
        TypeUse.Args or TypeUse.PlainArgs => "Args",
        TypeUse.GetArgs => "GetArgs",
        TypeUse.InvokeArgs => "InputArgs",
        TypeUse.Result => "Result",
        _ => "",
    };
}
