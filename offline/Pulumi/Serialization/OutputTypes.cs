namespace Pulumi.Serialization;

/// <summary>Rules on the types that outputs may have.</summary>
internal static class OutputTypes
{
    public static bool IsOutputType(Type type) => type.IsDefined(typeof(OutputTypeAttribute), inherit: false);

    /// <summary>Throws for a generic type that no state can be converted to, such as a list.</summary>
    public static void Require(Type type, string label)
    {
        if (!type.IsGenericType)
        {
            return;
        }

        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        var isAllowed = definition == typeof(ImmutableArray<>)
            || definition == typeof(Nullable<>)
            || definition == typeof(Union<,>)
            || (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string));

        if (!isAllowed)
        {
            throw new InvalidOperationException(
                $"{label} contains invalid type {type.FullName}:\n"
                + "    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in arguments)
        {
            Require(argument, label);
        }
    }
}
