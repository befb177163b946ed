using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>All output properties of one resource, pending until the resource is registered.</summary>
internal sealed class OutputSlots
{
    public const string UrnName = "urn";
    public const string IdName = "id";

    private readonly List<(string WireName, OutputSlot Slot)> _slots = [];

    public OutputSlots(Resource resource, bool isUrnOnly)
    {
        var properties = OutputProperty.Of(resource.GetType());
        properties = isUrnOnly ? [properties.First(property => property.WireName == UrnName)] : properties;
        OutputProperty.RequireOutputs(properties);

        foreach (var property in properties)
            _slots.Add((property.WireName, property.Attach(resource)));
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
                _ => state.Properties.Properties.TryGetValue(wireName, out var data) ? data with { Resources = origin } : missing,
            });
        }
    }

    public void Fail(Exception exception) => _slots.ForEach(slot => slot.Slot.Fail(exception));
}
