namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <param name="name">The full name of the stack, <c>organization/project/stack</c>, unless the arguments give it.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new() { Id = args?.Name ?? name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The stack's output of this name, or null when it has none.</summary>
    public Output<object?> GetOutput(Input<string> name) => new(WithOwnSecrecyAsync(
        name,
        Output.Tuple(name.ToOutput(), Outputs).Apply(pair => (object?)pair.Item2.GetValueOrDefault(pair.Item1))));

    /// <summary>The stack's output of this name; faults when it has none.</summary>
    public Output<object> RequireOutput(Input<string> name) => new(WithOwnSecrecyAsync(
        name,
        Output.Tuple(name.ToOutput(), Name, Outputs).Apply(all =>
            all.Item3.GetValueOrDefault(all.Item1) ?? throw Missing(all.Item1, all.Item2))));

    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataTask.ConfigureAwait(false);
        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    /// <summary>The plain value of an output that is not secret.</summary>
    public Task<object?> GetValueAsync(Input<string> name) => ReadPlainAsync(GetOutput(name));

    /// <inheritdoc cref="GetValueAsync"/>
    public Task<object> RequireValueAsync(Input<string> name) => ReadPlainAsync(RequireOutput(name));

    private static KeyNotFoundException Missing(string key, string stack) =>
        new($"Required output '{key}' does not exist on stack '{stack}'.");

    private static async Task<T> ReadPlainAsync<T>(Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        return data.IsSecret
            ? throw new InvalidOperationException("The output of the stack is a secret: read it with GetOutput instead.")
            : data.Value;
    }

    // The dictionary as a whole is secret as soon as one output is, so the list of names decides for each of them.
    private async Task<OutputData<T>> WithOwnSecrecyAsync<T>(Input<string> name, Output<T> output)
    {
        var data = await output.DataTask.ConfigureAwait(false);
        var key = await name.AsOutput().DataTask.ConfigureAwait(false);
        var secrets = await SecretOutputNames.DataTask.ConfigureAwait(false);

        return secrets is { IsKnown: true, Value.IsDefault: false } && key.IsKnown
            ? data with { IsSecret = secrets.Value.Contains(key.Value) }
            : data;
    }
}
