namespace Pulumi;

/// <summary>Marks a struct that lists the values of a string or number enumeration.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
