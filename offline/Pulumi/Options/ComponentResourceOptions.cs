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
        merged.MergeFrom(options1);
        merged.MergeFrom(options2);
        merged.Providers = [.. AllProviders(options1), .. AllProviders(options2)];
        merged.Provider = null;

        // A component takes one provider or a list of them, not both.
        if (merged.Providers is [var only])
        {
            merged.Provider = only;
            merged.Providers = [];
        }

        return merged;
    }

    private static List<ProviderResource> AllProviders(ComponentResourceOptions? options)
    {
        if (options is null)
        {
            return [];
        }

        return options.Provider is { } single ? [single, .. options.Providers] : options.Providers;
    }
}
