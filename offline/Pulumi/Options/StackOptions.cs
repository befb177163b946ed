namespace Pulumi;

/// <summary>Options of a stack.</summary>
public class StackOptions
{
    /// <summary>Transformations that see the stack itself and every resource in it.</summary>
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }
}
