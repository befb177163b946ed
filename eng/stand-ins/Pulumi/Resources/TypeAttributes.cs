namespace Pulumi;

/// <summary>Marks a struct that lists the values of a string or number enumeration.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;

/// <summary>Ties a resource class to its type token.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    public string Type { get; } = type;
    public string? Version { get; } = version;
}
