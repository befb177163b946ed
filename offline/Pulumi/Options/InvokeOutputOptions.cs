namespace Pulumi;

/// <summary>Options of a provider function called with outputs, which can therefore wait for resources.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get => field ??= []; set; }

    internal override async Task<ImmutableArray<Resource>> ReadDependsOnAsync()
    {
        var data = await DependsOn.AsOutput().DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : [];
    }
}
