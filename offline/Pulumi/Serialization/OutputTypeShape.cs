using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How a class with <see cref="OutputTypeAttribute"/> is created from state, and read back.</summary>
internal sealed class OutputTypeShape
{
    private static readonly ConcurrentDictionary<Type, OutputTypeShape> Cache = new();

    private readonly ConstructorInfo _constructor;
    private readonly ImmutableArray<Parameter> _parameters;

    private OutputTypeShape(Type type)
    {
        var constructors = type.GetConstructors(TypeHierarchy.DeclaredInstanceMembers);
        _constructor = constructors.FirstOrDefault(c => c.IsDefined(typeof(OutputConstructorAttribute), inherit: false))
            ?? constructors[0];
        _parameters = [.. _constructor.GetParameters().Select(parameter => new Parameter(type, parameter))];
    }

    public static OutputTypeShape Of(Type type) => Cache.GetOrAdd(type, key => new(key));

    public object Create(ImmutableDictionary<string, object?> state) => _constructor.Invoke(
        [.. _parameters.Select(p => Converter.Convert(state.GetValueOrDefault(p.WireName), p.Type))]);

    public IEnumerable<KeyValuePair<string, object?>> Read(object value) =>
        _parameters.Select(parameter => KeyValuePair.Create(parameter.WireName, parameter.Read(value)));

    private sealed class Parameter
    {
        private readonly Func<object, object?>? _read;

        public Parameter(Type owner, ParameterInfo parameter)
        {
            const BindingFlags anyCase = BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase;
            Type = parameter.ParameterType;
            WireName = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
            _read = owner.GetField(parameter.Name!, anyCase) is { } field
                ? field.GetValue
                : owner.GetProperty(parameter.Name!, anyCase) is { } property ? property.GetValue : null;
        }

        public Type Type { get; }

        public string WireName { get; }

        public object? Read(object value) => _read?.Invoke(value);
    }
}
