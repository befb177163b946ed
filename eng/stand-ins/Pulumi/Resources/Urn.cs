namespace Pulumi;

/// <summary>The name of a resource that is unique in all stacks: <c>urn:pulumi:stack::project::types::name</c>.</summary>
internal readonly record struct Urn(string Value)
{
    private const char TypeSeparator = '$';

    /// <summary>The resource's own type.</summary>
    public string Type => TypeChain.Split(TypeSeparator)[^1];

    /// <summary>The type of the outermost ancestor.</summary>
    public string RootType => TypeChain.Split(TypeSeparator)[0];

    public string Name => Parts[3];

    private string TypeChain => Parts[2];

    // At most four parts, because a name may contain the separator.
    private string[] Parts => Value.Split("::", 4);

    public static string Compose(string stack, string project, string? parentTypes, string type, string name) =>
        $"urn:pulumi:{stack}::{project}::{(parentTypes is null ? "" : $"{parentTypes}{TypeSeparator}")}{type}::{name}";
}
