using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns plain state into the types that outputs declare.</summary>
/// <remarks>State that does not fit becomes null, which stands for the default of a value type: it never throws.</remarks>
internal static class Converter
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?>> Cache = new();

    public static object? Convert(object? plain, Type type) => plain is null ? null : Cache.GetOrAdd(type, Create)(plain);

    private static Func<object, object?> Create(Type type) => type switch
    {
        _ when type == typeof(int) => plain => plain is double number ? (int)number : null,
        _ when type == typeof(JsonElement) => plain => JsonSerializer.SerializeToElement(plain),
        { IsEnum: true } => plain => plain is double number ? Enum.ToObject(type, (int)number) : null,
        { IsGenericType: true } => CreateGeneric(type, type.GetGenericTypeDefinition(), type.GenericTypeArguments),
        _ when OutputTypes.IsOutputType(type) => plain =>
            plain is ImmutableDictionary<string, object?> state ? OutputTypeShape.Of(type).Create(state) : null,
        _ when EnumShape.Of(type) is { } shape => shape.Create,
        _ => plain => type.IsInstanceOfType(plain) ? plain : null,
    };

    private static Func<object, object?> CreateGeneric(Type type, Type definition, Type[] arguments)
    {
        if (definition == typeof(Nullable<>))
            return plain => Convert(plain, arguments[0]);

        var (factory, types) =
            definition == typeof(ImmutableArray<>) ? (nameof(ArrayOf), arguments)
            : definition == typeof(ImmutableDictionary<,>) ? (nameof(DictionaryOf), arguments[1..])
            : definition == typeof(Union<,>) ? (nameof(UnionOf), arguments)
            : throw new InvalidOperationException($"{type.FullName} cannot be read from state.");

        return (Func<object, object?>)typeof(Converter).GetMethod(factory, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(types).Invoke(null, null)!;
    }

    private static Func<object, object?> ArrayOf<T>() => plain =>
        plain is ImmutableArray<object?> items ? items.Select(Element<T>).ToImmutableArray() : null;

    private static Func<object, object?> DictionaryOf<T>() => plain =>
        (plain as ImmutableDictionary<string, object?>)?.ToImmutableDictionary(entry => entry.Key, entry => Element<T>(entry.Value));

    private static Func<object, object?> UnionOf<T0, T1>() => plain =>
        Convert(plain, typeof(T0)) is T0 first ? Union<T0, T1>.FromT0(first)
        : Convert(plain, typeof(T1)) is T1 second ? Union<T0, T1>.FromT1(second)
        : null;

    private static T Element<T>(object? plain) => Convert(plain, typeof(T)) is T value ? value : default!;
}
