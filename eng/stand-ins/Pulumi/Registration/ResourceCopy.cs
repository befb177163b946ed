using System.Reflection;

namespace Pulumi.Registration;

/// <summary>Makes what mocks see of a resource that is an argument.</summary>
internal static class ResourceCopy
{
    /// <summary>A new object of the resource's class, with the state that the mocks gave it.</summary>
    public static Resource Of(Urn urn) =>
        ResourceTypes.Find(urn.Type) is { } type ? Create(type, urn) : new DependencyResource(urn);

    private static Resource Create(Type type, Urn urn)
    {
        ResourceOptions options = type.IsAssignableTo(typeof(CustomResource))
            ? new CustomResourceOptions { Urn = urn.Value }
            : new ComponentResourceOptions { Urn = urn.Value };

        // The constructor that all generated classes have: name, arguments, options.
        return (Resource)type.GetConstructors().Single(constructor => constructor.GetParameters().Length == 3)
            .Invoke(BindingFlags.DoNotWrapExceptions, null, [urn.Name, null, options], null);
    }
}
