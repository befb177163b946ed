using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>A property of a resource class that carries <see cref="OutputAttribute"/>.</summary>
internal sealed class OutputProperty
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<OutputProperty>> Cache = new();
    private static readonly ConcurrentDictionary<Type, Func<OutputSlot>> SlotFactories = new();

    private readonly PropertyInfo _property;

    private OutputProperty(PropertyInfo property, OutputAttribute attribute)
    {
        _property = property;
        WireName = attribute.Name ?? property.Name;
    }

    public string WireName { get; }

    public string Label => $"{_property.DeclaringType!.FullName}.{_property.Name}";

    public bool IsOutput =>
        _property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Output<>);

    public bool IsWritable => _property.SetMethod is not null;

    public Type ValueType => _property.PropertyType.GenericTypeArguments[0];

    public static ImmutableArray<OutputProperty> Of(Type resourceType) => Cache.GetOrAdd(resourceType, Find);

    /// <summary>The values of a component's own outputs by wire name.</summary>
    public static IDictionary<string, object?> ReadAll(Resource resource) => Of(resource.GetType())
        .Where(property => property.WireName != OutputSlots.UrnName)
        .ToDictionary(property => property.WireName, property => property._property.GetValue(resource));

    /// <summary>Throws unless every output of a stack has been assigned.</summary>
    public static void RequireAssigned(Stack stack)
    {
        var properties = Of(stack.GetType());
        RequireOutputs(properties);

        var unassigned = properties.Where(property => property._property.GetValue(stack) is null).ToList();

        if (unassigned.Count > 0)
        {
            throw RunException.OutputsHaveNoValue(unassigned.Select(property => property.WireName));
        }
    }

    public static void RequireOutputs(ImmutableArray<OutputProperty> properties)
    {
        if (properties.Any(property => !property.IsOutput))
        {
            throw RunException.OutputsHaveIncorrectType(
                properties.Where(property => !property.IsOutput).Select(property => property.WireName));
        }
    }

    public OutputSlot CreateSlot(Resource resource)
    {
        var slot = SlotFactories.GetOrAdd(ValueType, CreateFactory)();
        _property.SetValue(resource, slot.Output);
        return slot;
    }

    // Type by type from the base: a derived type does not see the private setters of its bases.
    private static ImmutableArray<OutputProperty> Find(Type resourceType) =>
    [
        .. TypeHierarchy.BaseFirst(resourceType)
            .SelectMany(type => type.GetProperties(TypeHierarchy.DeclaredInstanceMembers))
            .Select(property => (Property: property, Attribute: property.GetCustomAttribute<OutputAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .Select(pair => new OutputProperty(pair.Property, pair.Attribute!)),
    ];

    private static Func<OutputSlot> CreateFactory(Type valueType) =>
        typeof(OutputSlot<>).MakeGenericType(valueType).GetMethod(nameof(OutputSlot<>.Create))!
            .CreateDelegate<Func<OutputSlot>>();
}
