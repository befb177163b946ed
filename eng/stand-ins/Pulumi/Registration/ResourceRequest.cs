using Pulumi.Serialization;

namespace Pulumi.Registration;

/// <summary>Everything that the constructor of a resource knows about its registration.</summary>
internal sealed record ResourceRequest(
    Resource Resource, OutputSlots Outputs, ResourceArgs Args, ResourceOptions Options, Resource? Parent, ProviderResource? Provider);

/// <summary>What the mocks answered for a resource; the id is null or empty while it is unknown.</summary>
internal sealed record ResourceState(string Urn, string? Id, SerializedProperties Properties);
