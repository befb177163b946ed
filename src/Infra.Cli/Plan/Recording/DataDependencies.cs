using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// Which resources the inputs of another one come from. Mocks are shown values alone; the outputs that the program passed know their
/// resources, and are still there in its arguments.
/// </summary>
internal static class DataDependencies
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> FieldsByType = [];
    private static readonly ConcurrentDictionary<FieldInfo, string?> NameByField = [];
    private static readonly ConcurrentDictionary<Type, InputReader?> ReaderByType = [];

    /// <summary>The resources by input.</summary>
    public static async Task<IReadOnlyDictionary<string, ISet<Resource>>> OfAsync(InputArgs args)
    {
        var byInput = new Dictionary<string, ISet<Resource>>(StringComparer.Ordinal);
        foreach (var field in FieldsOf(args))
        {
            var found = new HashSet<Resource>();
            await CollectAsync(field.GetValue(args), found);
            if (found.Count > 0 && NameByField.GetOrAdd(field, NameOf) is { } name)
                byInput[name] = found;
        }

        return byInput;
    }

    private static async Task CollectAsync(object? value, ISet<Resource> found)
    {
        switch (value)
        {
            case null or string:
                break;
            case Resource resource:
                found.Add(resource);
                break;
            case InputArgs args:
                foreach (var field in FieldsOf(args))
                    await CollectAsync(field.GetValue(args), found);
                break;
            case IEnumerable<object> items when value is IEnumerable<InputArgs> or IEnumerable<Resource>:
                foreach (var item in items)
                    await CollectAsync(item, found);
                break;
            default:
                if (ReaderByType.GetOrAdd(value.GetType(), ReaderOf) is not { } reader)
                    break;
                found.UnionWith(await reader.DependenciesAsync(value));
                if (reader.ValueAsync is { } valueAsync)
                    await CollectAsync(await valueAsync(value), found);
                break;
        }
    }

    private static FieldInfo[] FieldsOf(InputArgs args) =>
        FieldsByType.GetOrAdd(args.GetType(), type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

    // The SDK marks a property, or the field behind one that does more than hold a value.
    private static string? NameOf(FieldInfo field) =>
        MarkOf(field)
            ?? (field.Name is ['<', .. var rest]
                ? MarkOf(field.DeclaringType!.GetProperty(rest[..rest.IndexOf('>', StringComparison.Ordinal)])!)
                : null);

    private static string? MarkOf(MemberInfo member) => member.CustomAttributes
        .FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))?.ConstructorArguments[0].Value as string;

    private static InputReader? ReaderOf(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(Input<>))
            {
                var held = candidate.GenericTypeArguments[0];
                return new(
                    Typed<Func<object, Task<ImmutableHashSet<Resource>>>>(nameof(DependenciesAsync), held),
                    CanHoldResources(held) ? Typed<Func<object, Task<object?>>>(nameof(ValueAsync), held) : null);
            }
        }

        return null;
    }

    private static bool CanHoldResources(Type type) => type.IsGenericType
        ? type.GenericTypeArguments.Any(CanHoldResources)
        : type.IsAssignableTo(typeof(InputArgs)) || type.IsAssignableTo(typeof(Resource));

    private static TDelegate Typed<TDelegate>(string method, Type held)
        where TDelegate : Delegate => typeof(DataDependencies).GetMethod(method, Any)!.MakeGenericMethod(held).CreateDelegate<TDelegate>();

    private static Task<ImmutableHashSet<Resource>> DependenciesAsync<T>(object input) =>
        OutputUtilities.GetDependenciesAsync<T>((Input<T>)input);

    private static async Task<object?> ValueAsync<T>(object input) => await OutputUtilities.GetValueAsync<T>((Input<T>)input);

    /// <summary>Looks into inputs of one type.</summary>
    /// <param name="DependenciesAsync">The resources that an input's output knows of.</param>
    /// <param name="ValueAsync">What the input holds; null where that has nothing further to look into.</param>
    private sealed record InputReader(
        Func<object, Task<ImmutableHashSet<Resource>>> DependenciesAsync, Func<object, Task<object?>>? ValueAsync);
}
