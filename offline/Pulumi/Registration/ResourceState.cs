namespace Pulumi.Registration;

/// <summary>What the mocks answered for a resource; the id is null or empty while it is unknown.</summary>
internal sealed record ResourceState(
    string Urn, string? Id, ImmutableDictionary<string, OutputData<object?>> Properties);
