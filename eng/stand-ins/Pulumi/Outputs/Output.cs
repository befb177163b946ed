using System.Globalization;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Creates and combines outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    public static Output<T> Create<T>(Task<T> value)
    {
        return new(AwaitAsync());

        async Task<OutputData<T>> AwaitAsync() => OutputData<T>.Known(await value.ConfigureAwait(false));
    }

    public static Output<T> CreateSecret<T>(T value) => new(OutputData<T>.Known(value, isSecret: true));
    public static Output<T> CreateSecret<T>(Task<T> value) => CreateSecret(Create(value));
    public static Output<T> CreateSecret<T>(Output<T> value) => value.Select(data => data with { IsSecret = true });
    public static Output<T> Unsecret<T>(Output<T> output) => output.Select(data => data with { IsSecret = false });
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).IsSecret;

    /// <summary>Waits for all of the values: one unknown makes the result unknown, one secret makes it secret.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.ToOutput()));
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) =>
        Combine([.. outputs]).Apply(values => values.Select(value => (T)value!).ToImmutableArray());

    /// <summary>Interpolates outputs, inputs and plain values with the invariant culture.</summary>
    public static Output<string> Format(FormattableString formattableString) =>
        Combine([.. formattableString.GetArguments().Select(AsOutput)])
            .Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values));

    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null) =>
        new(OutputJson.SerializeAsync(value, options));

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);

    private static Output<object?[]> Combine(params IOutput[] outputs) => new(CombineAsync(outputs));

    private static IOutput AsOutput(object? value) =>
        value as IOutput ?? (value as IInput)?.AsUntypedOutput() ?? Create(value);

    private static async Task<OutputData<object?[]>> CombineAsync(IOutput[] outputs)
    {
        var values = new object?[outputs.Length];
        var combined = OutputData<object?[]>.Known(values);

        for (var index = 0; index < outputs.Length; index++)
        {
            await outputs[index].Completion.ConfigureAwait(false);
            var data = outputs[index].Data;
            values[index] = data.Value;
            combined = data.Combine(combined);
        }

        return combined;
    }
}
