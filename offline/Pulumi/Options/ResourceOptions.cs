namespace Pulumi;

/// <summary>Options that every kind of resource takes.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;

    private protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing resource to read instead of registering a new one.</summary>
    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get => field ??= []; set; }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    public List<Input<Alias>> Aliases { get => field ??= []; set; }

    /// <summary>The URN of a resource of this deployment to read instead of registering a new one.</summary>
    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    public List<string> HideDiffs { get => field ??= []; set; }

    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Waits for the resources of <see cref="DependsOn"/>, unknown ones left out.</summary>
    internal async Task<ImmutableArray<Resource>> ReadDependsOnAsync()
    {
        if (_dependsOn is null)
        {
            return [];
        }

        var data = await _dependsOn.AsOutput().DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : [];
    }

    /// <summary>Adds the lists of <paramref name="other"/> and takes over its single values where it has them.</summary>
    private protected void MergeFrom(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        if (other._dependsOn is not null)
        {
            DependsOn.AddRange(other._dependsOn);
        }

        if (other._replaceWith is not null)
        {
            ReplaceWith.AddRange(other._replaceWith);
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        IgnoreChanges.AddRange(other.IgnoreChanges);
        ResourceTransformations.AddRange(other.ResourceTransformations);
        Aliases.AddRange(other.Aliases);
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        HideDiffs.AddRange(other.HideDiffs);
    }
}
