namespace Pulumi;

/// <summary>Options of a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>The id of an existing resource to bring under management.</summary>
    public string? ImportId { get; set; }

    public bool? DeleteBeforeReplace { get; set; }
    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }
    public Dictionary<string, string> EnvVarMappings { get => field ??= []; set; }

    /// <summary>A new object with both: lists are joined, and the second wins where both have a value.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();

        foreach (var options in new[] { options1, options2 }.OfType<CustomResourceOptions>())
        {
            merged.MergeFrom(options);
            merged.ImportId = options.ImportId ?? merged.ImportId;
            merged.DeleteBeforeReplace = options.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);

            foreach (var (variable, source) in options.EnvVarMappings)
                merged.EnvVarMappings[variable] = source;
        }

        return merged;
    }
}
