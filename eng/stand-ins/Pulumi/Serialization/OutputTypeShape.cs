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

    /// <summary>The read-only fields: what generated classes have. Behind a property is a field, too, but of another name.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Read(object value) =>
        from field in value.GetType().GetFields(TypeHierarchy.Instance)
        where field.IsInitOnly
        select KeyValuePair.Create(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field.GetValue(value));

    private static string WireNameOf(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
}
