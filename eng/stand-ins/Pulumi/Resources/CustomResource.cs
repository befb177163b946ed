using Pulumi.Registration;

namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, isCustom: true, args ?? ResourceArgs.Empty, options ?? new())
    {
    }

    /// <summary>For packages that are registered by name, which mocks know nothing of.</summary>
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options) => _ = registerPackageRequest;

    private protected CustomResource(Urn urn)
        : base(urn)
    {
    }

    /// <summary>The id that the provider gave the resource; unknown until it has.</summary>
    [Output(OutputSlots.IdName)]
    public Output<string> Id { get; private protected set; } = null!;
}

/// <summary>What mocks see of a resource that is an argument, if its class is not known: it has a URN and nothing else.</summary>
internal sealed class DependencyResource(Urn urn) : CustomResource(urn);
