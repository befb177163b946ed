namespace Infra.Cli.Preview;

/// <summary>Names of types as Pulumi displays them.</summary>
internal static class TypeName
{
    /// <summary>
    /// <c>aws:lb/listener:Listener</c> is <c>aws:lb:Listener</c>: the file of a module says nothing that the type doesn't, as long as
    /// both have the same name.
    /// </summary>
    public static string Short(string token)
    {
        var parts = token.Split(':');
        return parts is [var package, var module, var type]
            && module.Split('/') is [var folder, var file]
            && file.Equals(type, StringComparison.OrdinalIgnoreCase)
            ? $"{package}:{folder}:{type}"
            : token;
    }
}
