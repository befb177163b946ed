using Generator.Schema;

namespace Generator;

/// <summary>C# names for what a package schema calls by token, as the official SDKs name them.</summary>
internal sealed class CSharpNames(PackageSchema schema)
{
    public string RootNamespace { get; } = $"Pulumi.{Pascal(schema.Name)}";

    /// <summary>The class of a token: <c>aws:lb/listener:Listener</c> is <c>Listener</c>.</summary>
    public static string ClassOf(string token) => Pascal(token.Split(':')[2]);

    /// <summary>The namespace of a token: <c>aws:lb/listener:Listener</c> is in <c>Pulumi.Aws.LB</c>.</summary>
    public string NamespaceOf(string token)
    {
        var module = token.Split(':')[1].Split('/')[0];
        if (module is "index" or "")
            return RootNamespace;

        var namespaces = schema.Language?.CSharp?.Namespaces;
        return $"{RootNamespace}.{namespaces?.GetValueOrDefault(module) ?? Pascal(module)}";
    }

    /// <summary>The member for a property: its wire name in Pascal case, unless the schema names it otherwise.</summary>
    public static string MemberOf(string wireName, PropertySpec property) => property.Language?.CSharp?.Name ?? Pascal(wireName);

    /// <summary>The private field behind a member.</summary>
    public static string FieldOf(string wireName) => $"_{wireName}";

    /// <summary>A parameter with a property's wire name; the SDK matches results to constructor parameters by it.</summary>
    public static string ParameterOf(string wireName) => $"@{wireName}";

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
