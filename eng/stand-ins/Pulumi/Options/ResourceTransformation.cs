namespace Pulumi;

/// <summary>Changes the arguments or options of a resource before it is registered; null leaves them alone.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>The resource that is about to be registered.</summary>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource { get; } = resource;
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

/// <summary>What to register instead.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

/// <summary>Options of a stack, whose transformations see the stack itself and every resource in it.</summary>
public class StackOptions
{
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }
}
