using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>A property of a resource class that carries <see cref="OutputAttribute"/>.</summary>
internal sealed class OutputProperty(PropertyInfo property, string wireName)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<OutputProperty>> Cache = new();

    private Func<PropertyInfo, Resource, OutputSlot>? _attach;

    public string WireName => wireName;

    private bool IsOutput =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Output<>);

    // Type by type from the base: a derived type does not see the private setters of its bases.
    public static ImmutableArray<OutputProperty> Of(Type resourceType) => Cache.GetOrAdd(resourceType, type =>
    [
        .. from member in TypeHierarchy.MembersOf(type).OfType<PropertyInfo>()
           let attribute = member.GetCustomAttribute<OutputAttribute>()
           where attribute is not null
           select new OutputProperty(member, attribute.Name ?? member.Name),
    ]);

    /// <summary>The values of a component's own outputs by wire name.</summary>
    public static IDictionary<string, object?> ReadAll(Resource resource) => Of(resource.GetType())
        .Where(output => output.WireName != OutputSlots.UrnName)
        .ToDictionary(output => output.WireName, output => output.Read(resource));

    public static void RequireOutputs(ImmutableArray<OutputProperty> outputs)
    {
        if (outputs.Any(output => !output.IsOutput))
            throw RunException.OutputsHaveIncorrectType(outputs.Where(output => !output.IsOutput).Select(output => output.WireName));
    }

    /// <summary>Throws unless every output of a stack has been assigned.</summary>
    public static void RequireAssigned(Stack stack)
    {
        var outputs = Of(stack.GetType());
        RequireOutputs(outputs);
        var unassigned = outputs.Where(output => output.Read(stack) is null).Select(output => output.WireName).ToList();

        if (unassigned.Count > 0)
            throw RunException.OutputsHaveNoValue(unassigned);
    }

    public OutputSlot Attach(Resource resource) => (_attach ??= FindAttach())(property, resource);

    private object? Read(Resource resource) => property.GetValue(resource);

    private Func<PropertyInfo, Resource, OutputSlot> FindAttach()
    {
        var label = $"[Output] {property.DeclaringType!.FullName}.{property.Name}";

        if (property.SetMethod is null)
            throw new InvalidOperationException($"{label} did not have a 'set' method");

        var valueType = property.PropertyType.GenericTypeArguments[0];
        OutputTypes.Require(valueType, label);
        return typeof(OutputSlot<>).MakeGenericType(valueType)
            .GetMethod(nameof(OutputSlot<>.Attach))!.CreateDelegate<Func<PropertyInfo, Resource, OutputSlot>>();
    }
}
