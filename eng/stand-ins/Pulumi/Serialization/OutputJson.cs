using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Serializes objects that hold outputs to JSON.</summary>
internal static class OutputJson
{
    // Options are the key to the serializer's metadata cache, so each caller's options are extended only once.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Extended = [];

    // Converters are shared between passes, but a pass runs on a single thread from beginning to end.
    [ThreadStatic]
    private static Pass? _current;

    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> output, JsonSerializerOptions? options)
    {
        var data = await output.DataTask.ConfigureAwait(false);

        while (data.IsKnown)
        {
            var pass = _current = new([], []);
            var json = JsonSerializer.Serialize(data.Value, Extend(options ?? JsonSerializerOptions.Default));

            if (pass.Pending.Count == 0)
                return pass.Read.Aggregate(data.With(json), (all, item) => all.Combine(item.With(json)));

            // The serializer cannot wait, so everything it came across is awaited here before another attempt.
            await Task.WhenAll(pass.Pending).ConfigureAwait(false);
        }

        return data.With<string>(default!);
    }

    /// <summary>The value of an output that the serializer has come across; null when it is still pending or unknown.</summary>
    public static object? Read(IOutput output)
    {
        if (!output.Completion.IsCompleted)
        {
            _current!.Pending.Add(output.Completion);
            return null;
        }

        output.Completion.GetAwaiter().GetResult();
        _current!.Read.Add(output.Data);
        return output.Data.IsKnown ? output.Data.Value : null;
    }

    private static JsonSerializerOptions Extend(JsonSerializerOptions options) => Extended.GetValue(
        options, original => new(original) { Converters = { new NestedOutputConverterFactory() } });

    private sealed record Pass(List<OutputData<object?>> Read, List<Task> Pending);
}
