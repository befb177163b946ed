namespace Pulumi;

/// <summary>Options of a provider function.</summary>
public class InvokeOptions
{
    public Resource? Parent { get; set; }
    public ProviderResource? Provider { get; set; }
    public string? Version { get; set; }
    public string? PluginDownloadURL { get; set; }
}

/// <summary>Options of a provider function called with outputs, which can therefore wait for resources.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get => field ??= []; set; }
}
