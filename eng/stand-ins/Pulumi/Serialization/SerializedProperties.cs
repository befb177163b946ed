namespace Pulumi.Serialization;

/// <summary>Properties in their plain form, each with its own flags and dependencies; nulls are left out.</summary>
internal sealed record SerializedProperties(ImmutableDictionary<string, OutputData<object?>> Properties)
{
    public static readonly SerializedProperties Empty = new(ImmutableDictionary<string, OutputData<object?>>.Empty);

    public bool IsKnown => Properties.Values.All(data => data.IsKnown);
    public bool IsSecret => Properties.Values.Any(data => data.IsSecret);

    public ImmutableHashSet<Resource> Resources => Properties.Values.Aggregate(
        ImmutableHashSet<Resource>.Empty, (all, data) => data.Resources.IsEmpty ? all : all.Union(data.Resources));

    public ImmutableDictionary<string, object> KnownValues() => Properties
        .Where(property => property.Value is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(property => property.Key, property => property.Value.Value!);
}
