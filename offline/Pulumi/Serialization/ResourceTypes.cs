using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Finds the class of a resource by its type token, for resources that are arguments themselves.</summary>
internal static class ResourceTypes
{
    private static readonly ConcurrentDictionary<Assembly, ImmutableDictionary<string, Type>> ByAssembly = new();

    /// <summary>A copy of a registered resource, which reads its outputs from what the mocks answered.</summary>
    public static Resource Construct(Urn urn)
    {
        if (Find(urn.Type) is not { } type)
        {
            return new DependencyResource(urn);
        }

        var constructor = type.GetConstructors()
            .First(c => c.GetParameters() is [var name, .., var options]
                && name.ParameterType == typeof(string)
                && options.ParameterType.IsAssignableTo(typeof(ResourceOptions)));
        var arguments = new object?[constructor.GetParameters().Length];
        arguments[0] = urn.Name;
        arguments[^1] = type.IsAssignableTo(typeof(CustomResource))
            ? new CustomResourceOptions { Urn = urn }
            : new ComponentResourceOptions { Urn = urn };

        return (Resource)constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    private static Type? Find(string token)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (ByAssembly.GetOrAdd(assembly, Scan).TryGetValue(token, out var type))
            {
                return type;
            }
        }

        return null;
    }

    private static ImmutableDictionary<string, Type> Scan(Assembly assembly)
    {
        var ownName = typeof(Resource).Assembly.GetName().Name;
        var types = ImmutableDictionary.CreateBuilder<string, Type>();

        if (assembly.GetReferencedAssemblies().All(reference => reference.Name != ownName))
        {
            return types.ToImmutable();
        }

        foreach (var type in assembly.GetTypes().Where(type => type is { IsAbstract: false, ContainsGenericParameters: false }))
        {
            if (type.IsSubclassOf(typeof(Resource)) && type.GetCustomAttribute<ResourceTypeAttribute>() is { } attribute)
            {
                types[attribute.Type] = type;
            }
        }

        return types.ToImmutable();
    }
}
