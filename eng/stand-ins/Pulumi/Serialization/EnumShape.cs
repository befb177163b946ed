using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How a struct with <see cref="EnumTypeAttribute"/> converts to its string or number, and back.</summary>
internal sealed class EnumShape(MethodInfo read, ConstructorInfo create)
{
    private static readonly ConcurrentDictionary<Type, EnumShape?> Cache = new();

    public static EnumShape? Of(Type type) => Cache.GetOrAdd(type, Find);
    public object? Read(object value) => read.Invoke(null, [value]);
    public object? Create(object plain) => plain.GetType() == read.ReturnType ? create.Invoke([plain]) : null;

    private static EnumShape? Find(Type type)
    {
        var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method =>
            method.Name == "op_Explicit"
            && method.GetParameters() is [var parameter] && parameter.ParameterType == type
            && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)));

        return type.IsDefined(typeof(EnumTypeAttribute), inherit: false) && conversion is not null
            && type.GetConstructor(TypeHierarchy.Instance, [conversion.ReturnType]) is { } constructor
            ? new(conversion, constructor)
            : null;
    }
}
