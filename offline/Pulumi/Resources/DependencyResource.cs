namespace Pulumi;

/// <summary>Stands for a resource whose class cannot be found: it has a URN and nothing else.</summary>
internal sealed class DependencyResource(Urn urn) : CustomResource(urn);
