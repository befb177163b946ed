using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Cli.Offline;

/// <summary>
/// Which resources the inputs of another one come from. Mocks are shown values alone; the outputs that the program passed know their
/// resources, and are still there in its arguments.
/// </summary>
internal static class DataDependencies
{
    private delegate Task Collector(object input, ISet<Resource> found);

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, FieldInfo Field)>> InputsByType = [];
    private static readonly ConcurrentDictionary<Type, Collector?> CollectorByType = [];
    private static readonly MethodInfo CollectTyped = typeof(DataDependencies).GetMethod(nameof(CollectInputAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The resources by input.</summary>
    public static async Task<IReadOnlyDictionary<string, ISet<Resource>>> OfAsync(InputArgs? args)
    {
        var byInput = new SortedDictionary<string, ISet<Resource>>(StringComparer.Ordinal);
        foreach (var (name, field) in args is null ? [] : InputsOf(args.GetType()))
        {
            var found = new HashSet<Resource>();
            await CollectAsync(field.GetValue(args), found);
            if (found.Count > 0)
                byInput[name] = found;
        }

        return byInput;
    }

    private static async Task CollectAsync(object? value, ISet<Resource> found)
    {
        switch (value)
        {
            case Resource resource:
                found.Add(resource);
                break;
            case InputArgs args:
                foreach (var (_, field) in InputsOf(args.GetType()))
                    await CollectAsync(field.GetValue(args), found);
                break;
            case IEnumerable<object> items when value is IEnumerable<InputArgs> or IEnumerable<Resource>:
                foreach (var item in items)
                    await CollectAsync(item, found);
                break;
            case not null when CollectorByType.GetOrAdd(value.GetType(), CollectorOf) is { } collect:
                await collect(value, found);
                break;
        }
    }

    private static async Task CollectInputAsync<T>(object input, ISet<Resource> found)
    {
        Output<T> output = (Input<T>)input;
        found.UnionWith(await OutputUtilities.GetDependenciesAsync(output));
        await CollectAsync(await OutputUtilities.GetValueAsync(output), found);
    }

    private static Collector? CollectorOf(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(Input<>))
                return CollectTyped.MakeGenericMethod(candidate.GenericTypeArguments).CreateDelegate<Collector>();
        }

        return null;
    }

    // The SDK marks a property, or the field behind one that does more than hold a value.
    private static IReadOnlyList<(string Name, FieldInfo Field)> InputsOf(Type type) => InputsByType.GetOrAdd(type, static args =>
    [
        .. from field in args.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
           let name = NameOf(field) ?? (PropertyOf(field, args) is { } property ? NameOf(property) : null)
           where name is not null
           select (name, field),
    ]);

    private static PropertyInfo? PropertyOf(FieldInfo field, Type type) =>
        field.Name is ['<', .. var rest] ? type.GetProperty(rest[..rest.IndexOf('>', StringComparison.Ordinal)]) : null;

    private static string? NameOf(MemberInfo member) => member.CustomAttributes
        .FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))?.ConstructorArguments[0].Value as string;
}
