namespace Infra.Tests.Support;

/// <summary>Everything that a run registered.</summary>
public sealed class Recorded(IReadOnlyList<RecordedResource> resources)
{
    public IReadOnlyList<RecordedResource> Resources { get; } = resources;

    /// <summary>All resources of a type, e.g. <c>aws:lb/listener:Listener</c>.</summary>
    public IReadOnlyList<RecordedResource> All(string type) => [.. Resources.Where(resource => resource.Type == type)];

    /// <summary>The only resource of a type.</summary>
    public RecordedResource Single(string type) =>
        All(type) is [var only]
            ? only
            : throw new InvalidOperationException(
                $"expected one {type}, found {All(type).Count}: {string.Join(", ", All(type).Select(one => one.Name))}");

    /// <summary>The only resource of a name.</summary>
    public RecordedResource Named(string name) =>
        Resources.Where(resource => resource.Name == name).ToList() is [var only]
            ? only
            : throw new InvalidOperationException(
                $"expected one resource {name}; there are {string.Join(", ", Resources.Select(one => one.Name).Order())}");
}
