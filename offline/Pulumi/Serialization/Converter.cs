using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns plain state into the types that outputs declare.</summary>
/// <remarks>State that does not fit becomes null, which stands for the default of a value type: it never throws.</remarks>
internal static class Converter
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>> Cache = new();

    public static object? Convert(object? plain, Type type) =>
        plain is null ? null : Cache.GetOrAdd(type, Create)(plain);

    private static Func<object, object?> Create(Type type)
    {
        if (type == typeof(int))
        {
            return plain => plain is double number ? (int)number : null;
        }

        if (type == typeof(JsonElement))
        {
            return plain => JsonSerializer.SerializeToElement(plain);
        }

        if (type.IsEnum)
        {
            return plain => plain is double number ? Enum.ToObject(type, (int)number) : null;
        }

        if (type.IsGenericType)
        {
            return CreateGeneric(type);
        }

        if (OutputTypes.IsOutputType(type))
        {
            return plain => plain is ImmutableDictionary<string, object?> state
                ? OutputTypeShape.Of(type).Create(state)
                : null;
        }

        return EnumShape.Of(type) is { } shape
            ? shape.Create
            : plain => type.IsInstanceOfType(plain) ? plain : null;
    }

    private static Func<object, object?> CreateGeneric(Type type)
    {
        var arguments = type.GenericTypeArguments;
        var definition = type.GetGenericTypeDefinition();

        if (definition == typeof(Nullable<>))
        {
            return plain => Convert(plain, arguments[0]);
        }

        var (helper, types) =
            definition == typeof(ImmutableArray<>) ? (nameof(ArrayOf), arguments)
            : definition == typeof(ImmutableDictionary<,>) ? (nameof(DictionaryOf), arguments[1..])
            : definition == typeof(Union<,>) ? (nameof(UnionOf), arguments)
            : throw new InvalidOperationException($"{type.FullName} cannot be read from state.");

        return (Func<object, object?>)typeof(Converter)
            .GetMethod(helper, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types)
            .Invoke(null, null)!;
    }

    private static Func<object, object?> ArrayOf<T>() => plain => plain is ImmutableArray<object?> items
        ? items.Select(Element<T>).ToImmutableArray()
        : null;

    private static Func<object, object?> DictionaryOf<T>() => plain => plain is ImmutableDictionary<string, object?> entries
        ? entries.ToImmutableDictionary(entry => entry.Key, entry => Element<T>(entry.Value))
        : null;

    private static Func<object, object?> UnionOf<T0, T1>() => plain =>
        Convert(plain, typeof(T0)) is T0 first ? Union<T0, T1>.FromT0(first)
        : Convert(plain, typeof(T1)) is T1 second ? Union<T0, T1>.FromT1(second)
        : null;

    private static T Element<T>(object? plain) => Convert(plain, typeof(T)) is T value ? value : default!;
}
