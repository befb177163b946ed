using System.Reflection;

namespace Pulumi.Experimental.Provider;

/// <summary>Serves components, whose schema it infers from their classes.</summary>
public class ComponentProvider(Assembly componentAssembly, Metadata metadata, Type[]? componentTypes = null) : Provider
{
    internal Assembly ComponentAssembly { get; } = componentAssembly;
    internal Metadata Metadata { get; } = metadata;
    internal Type[]? ComponentTypes { get; } = componentTypes;
}

/// <summary>What a package of components is called.</summary>
public record Metadata(string Name, string? Namespace = null, string? Version = null, string? DisplayName = null);
