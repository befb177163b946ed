using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How a struct with <see cref="EnumTypeAttribute"/> converts to its string or number, and back.</summary>
internal sealed class EnumShape
{
    private static readonly ConcurrentDictionary<Type, EnumShape?> Cache = new();

    private readonly MethodInfo _read;
    private readonly ConstructorInfo _create;

    private EnumShape(MethodInfo read, ConstructorInfo create)
    {
        _read = read;
        _create = create;
    }

    public static EnumShape? Of(Type type) => Cache.GetOrAdd(type, Find);

    public object? Read(object value) => _read.Invoke(null, [value]);

    public object? Create(object plain) => plain.GetType() == _read.ReturnType ? _create.Invoke([plain]) : null;

    private static EnumShape? Find(Type type)
    {
        if (!type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            return null;
        }

        var conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static).FirstOrDefault(method =>
            method.Name is "op_Explicit" or "op_Implicit"
            && method.GetParameters() is [var parameter] && parameter.ParameterType == type
            && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)));

        var constructor = conversion is null
            ? null
            : type.GetConstructor(TypeHierarchy.DeclaredInstanceMembers, [conversion.ReturnType]);

        return constructor is null ? null : new(conversion!, constructor);
    }
}
