namespace Pulumi;

/// <summary>A package that a resource's provider is to be found by.</summary>
/// <remarks>Here only so that the constructors of <see cref="CustomResource"/> are the official ones.</remarks>
public sealed class RegisterPackageRequest
{
    internal RegisterPackageRequest()
    {
    }
}
