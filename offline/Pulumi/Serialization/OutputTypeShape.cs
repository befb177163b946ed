using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How a class with <see cref="OutputTypeAttribute"/> is created from state, and read back.</summary>
internal sealed class OutputTypeShape
{
    private static readonly ConcurrentDictionary<Type, OutputTypeShape> Cache = new();

    private readonly ConstructorInfo _constructor;
    private readonly ImmutableArray<(string WireName, ParameterInfo Parameter)> _parameters;

    private OutputTypeShape(Type type)
    {
        var constructors = type.GetConstructors(TypeHierarchy.Instance);
        _constructor = constructors.FirstOrDefault(c => c.IsDefined(typeof(OutputConstructorAttribute), inherit: false)) ?? constructors[0];
        _parameters = [.. _constructor.GetParameters().Select(parameter => (WireNameOf(parameter), parameter))];
    }

    public static OutputTypeShape Of(Type type) => Cache.GetOrAdd(type, key => new(key));

    public object Create(ImmutableDictionary<string, object?> state) => _constructor.Invoke(
        [.. _parameters.Select(p => Converter.Convert(state.GetValueOrDefault(p.WireName), p.Parameter.ParameterType))]);

    public IEnumerable<KeyValuePair<string, object?>> Read(object value) =>
        _parameters.Select(p => KeyValuePair.Create(p.WireName, Read(value, p.Parameter.Name!)));

    private static string WireNameOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;

    // The members are named like the parameters, but with a capital.
    private static object? Read(object value, string name)
    {
        const BindingFlags AnyCase = BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase;
        var type = value.GetType();
        return type.GetField(name, AnyCase) is { } field ? field.GetValue(value) : type.GetProperty(name, AnyCase)?.GetValue(value);
    }
}
