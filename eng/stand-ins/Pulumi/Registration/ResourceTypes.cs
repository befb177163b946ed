using System.Reflection;

namespace Pulumi.Registration;

/// <summary>The resource classes that a program can reach, by the tokens that <see cref="ResourceTypeAttribute"/> gives them.</summary>
internal static class ResourceTypes
{
    private static readonly string? Sdk = typeof(ResourceTypes).Assembly.GetName().Name;

    // Lazy keeps a failure, too: a program that cannot be searched once cannot be searched at all.
    private static readonly Lazy<ILookup<string, Type>> ByToken = new(Discover);

    public static Type? Find(string token) => ByToken.Value[token].FirstOrDefault();

    private static ILookup<string, Type> Discover() => (
        from assembly in Reachable()
        where MayHaveResources(assembly)
        from type in assembly.GetTypes()
        where type.IsAssignableTo(typeof(Resource))
        let attribute = type.GetCustomAttribute<ResourceTypeAttribute>()
        where attribute is not null
        select (attribute.Type, type)).ToLookup(found => found.Type, found => found.type);

    /// <summary>Every assembly that is loaded, and every one that these refer to, except the framework's own.</summary>
    /// <remarks>
    /// A reference that cannot be loaded ends the search, even where nothing uses it. The official SDK is as strict, and a run that
    /// passes here must not fail there.
    /// </remarks>
    private static IEnumerable<Assembly> Reachable()
    {
        var pending = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => IsSearched(assembly.GetName())));
        var names = new HashSet<string>();

        while (pending.TryDequeue(out var assembly))
        {
            if (!names.Add(assembly.FullName!))
                continue;

            yield return assembly;

            foreach (var reference in assembly.GetReferencedAssemblies().Where(IsSearched))
                pending.Enqueue(Assembly.Load(reference));
        }
    }

    private static bool IsSearched(AssemblyName name) =>
        !name.FullName.StartsWith("System", StringComparison.Ordinal) && name.ContentType != AssemblyContentType.WindowsRuntime;

    // An assembly that a mocking library emits may grow while its types are read.
    private static bool MayHaveResources(Assembly assembly) =>
        !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(reference => reference.Name == Sdk);
}
