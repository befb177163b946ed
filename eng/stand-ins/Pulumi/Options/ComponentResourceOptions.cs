namespace Pulumi;

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>Providers for the component's descendants, one for each package.</summary>
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <inheritdoc cref="CustomResourceOptions.Merge"/>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();

        foreach (var options in new[] { options1, options2 }.OfType<ComponentResourceOptions>())
        {
            merged.MergeFrom(options);
            merged.Providers.AddRange(options.Provider is { } single ? [single, .. options.Providers] : options.Providers);
        }

        // A component takes one provider or a list of them, not both.
        merged.Provider = merged.Providers is [var only] ? only : null;
        merged.Providers = merged.Provider is null ? merged.Providers : [];
        return merged;
    }
}
