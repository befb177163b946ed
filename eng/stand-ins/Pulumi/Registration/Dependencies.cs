namespace Pulumi.Registration;

/// <summary>Which resources have to exist before another one can.</summary>
internal static class Dependencies
{
    /// <summary>The resources of a DependsOn option, none while they are unknown.</summary>
    public static async Task<ImmutableArray<Resource>> ReadAsync(InputList<Resource>? dependsOn) => dependsOn is null
        ? []
        : (await dependsOn.AsOutput().DataTask.ConfigureAwait(false)).Value.OrEmpty();

    /// <summary>Waits until the resources are registered; a local component stands for the resources inside it.</summary>
    public static async Task AwaitAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in Expand(resources))
            await resource.Urn.DataTask.ConfigureAwait(false);
    }

    /// <summary>Whether one of the resources does not exist yet, so that a function cannot look at it.</summary>
    public static async Task<bool> AnyUnknownIdAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in Expand(resources).OfType<CustomResource>())
        {
            if (resource.Id is { } id && !(await id.DataTask.ConfigureAwait(false)).IsKnown)
                return true;
        }

        return false;
    }

    private static IEnumerable<Resource> Expand(IEnumerable<Resource> resources) => resources.SelectMany(resource =>
        resource.IsLocalComponent ? Expand(resource.Children) : [resource]);
}
