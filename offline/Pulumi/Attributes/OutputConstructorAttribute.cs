namespace Pulumi;

/// <summary>Marks the constructor that creates an output type; its parameters bear the wire names.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
