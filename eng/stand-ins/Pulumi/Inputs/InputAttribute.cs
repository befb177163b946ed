namespace Pulumi;

/// <summary>Marks a member of an arguments class and gives its wire name.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;
    internal bool IsRequired { get; } = required;
    internal bool IsJson { get; } = json;
}
