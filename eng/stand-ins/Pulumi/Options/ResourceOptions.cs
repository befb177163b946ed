namespace Pulumi;

/// <summary>Options that every kind of resource takes.</summary>
public abstract class ResourceOptions
{
    /// <summary>The id of an existing resource to read instead of registering a new one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The URN of a resource of this run, of which the new object is to be a copy.</summary>
    public string? Urn { get; set; }

    public Resource? Parent { get; set; }
    public InputList<Resource> DependsOn { get => field ??= []; set; }
    public bool? Protect { get; set; }
    public List<string> IgnoreChanges { get => field ??= []; set; }
    public string? Version { get; set; }
    public ProviderResource? Provider { get; set; }
    public CustomTimeouts? CustomTimeouts { get; set; }
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }
    public List<Input<Alias>> Aliases { get => field ??= []; set; }
    public List<string> ReplaceOnChanges { get => field ??= []; set; }
    public string? PluginDownloadURL { get; set; }
    public bool? RetainOnDelete { get; set; }
    public Resource? DeletedWith { get; set; }
    public InputList<Resource> ReplaceWith { get => field ??= []; set; }
    public List<string> HideDiffs { get => field ??= []; set; }
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Adds the lists of <paramref name="other"/> and takes over its single values where it has them.</summary>
    private protected void MergeFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Urn = other.Urn ?? Urn;
        Parent = other.Parent ?? Parent;
        DependsOn.AddRange(other.DependsOn);
        Protect = other.Protect ?? Protect;
        IgnoreChanges.AddRange(other.IgnoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        ResourceTransformations.AddRange(other.ResourceTransformations);
        Aliases.AddRange(other.Aliases);
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplaceWith.AddRange(other.ReplaceWith);
        HideDiffs.AddRange(other.HideDiffs);
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }
}
