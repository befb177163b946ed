namespace Pulumi;

/// <summary>Options of a provider function.</summary>
public class InvokeOptions
{
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }

    internal virtual Task<ImmutableArray<Resource>> ReadDependsOnAsync() =>
        Task.FromResult(ImmutableArray<Resource>.Empty);
}
