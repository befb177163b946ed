using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>All output properties of one resource, pending until the resource is registered.</summary>
internal sealed class OutputSlots
{
    public const string UrnName = "urn";
    public const string IdName = "id";

    private readonly List<(string WireName, OutputSlot Slot)> _slots = [];

    private OutputSlots()
    {
    }

    public static OutputSlots Attach(Resource resource, bool isUrnOnly)
    {
        var slots = new OutputSlots();
        var properties = OutputProperty.Of(resource.GetType());

        if (isUrnOnly)
        {
            properties = [properties.First(property => property.WireName == UrnName)];
        }

        OutputProperty.RequireOutputs(properties);

        foreach (var property in properties)
        {
            if (!property.IsWritable)
            {
                throw new InvalidOperationException($"[Output] {property.Label} did not have a 'set' method");
            }

            OutputTypes.Require(property.ValueType, $"[Output] {property.Label}");
            slots._slots.Add((property.WireName, property.CreateSlot(resource)));
        }

        return slots;
    }

    /// <param name="isMissingKnown">Whether an output without state is its default, or unknown as in a preview.</param>
    public void Resolve(Resource resource, ResourceState state, bool isMissingKnown)
    {
        ImmutableHashSet<Resource> origin = [resource];
        var missing = new OutputData<object?>(origin, null, isMissingKnown, IsSecret: false);

        foreach (var (wireName, slot) in _slots)
        {
            slot.Resolve(wireName switch
            {
                UrnName => new(origin, state.Urn, IsKnown: true, IsSecret: false),
                IdName => new(origin, state.Id, IsKnown: !string.IsNullOrEmpty(state.Id), IsSecret: false),
                _ => state.Properties.TryGetValue(wireName, out var data) ? data with { Resources = origin } : missing,
            });
        }
    }

    public void Fail(Exception exception)
    {
        foreach (var (_, slot) in _slots)
        {
            slot.Fail(exception);
        }
    }
}
