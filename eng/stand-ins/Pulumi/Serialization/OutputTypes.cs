using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Rules on the types that outputs may have.</summary>
internal static class OutputTypes
{
    private static readonly Type[] Generic = [typeof(ImmutableArray<>), typeof(Nullable<>), typeof(Union<,>), typeof(Output<>)];

    private static readonly Type[] Plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(Asset), typeof(Archive), typeof(AssetOrArchive),
    ];

    public static bool IsOutputType(Type type) => type.IsDefined(typeof(OutputTypeAttribute), inherit: false);

    /// <summary>Throws for a type that no state can be converted to, such as a list.</summary>
    public static void Require(Type type, string label)
    {
        if (type.IsGenericType && !Generic.Contains(type.GetGenericTypeDefinition()) && !IsStringDictionary(type))
        {
            throw new InvalidOperationException(
                $"{label} contains invalid type {type.FullName}:\n"
                + "    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        if (!type.IsGenericType && !IsPlain(type))
            throw new InvalidOperationException($"{label} contains invalid type {type.FullName}.");

        foreach (var argument in type.GenericTypeArguments)
            Require(argument, label);
    }

    private static bool IsPlain(Type type) =>
        Plain.Contains(type)
        || IsOutputType(type)
        || type.IsAssignableTo(typeof(Resource))
        || (type.IsEnum && Enum.GetUnderlyingType(type) == typeof(int))
        || EnumShape.Of(type) is not null;

    private static bool IsStringDictionary(Type type) =>
        type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>) && type.GenericTypeArguments[0] == typeof(string);
}
