namespace Pulumi.Registration;

/// <summary>Everything that the constructor of a resource knows about its registration.</summary>
internal sealed record ResourceRequest(
    Resource Resource,
    OutputSlots Outputs,
    ResourceArgs Args,
    ResourceOptions Options,
    Resource? Parent,
    ProviderResource? Provider);
