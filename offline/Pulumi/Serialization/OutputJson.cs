using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Serializes objects that hold outputs to JSON.</summary>
internal static class OutputJson
{
    // Options are the key to the serializer's metadata cache, so each caller's options are extended only once.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Extended = [];

    public static JsonSerializerOptions Configure(JsonSerializerOptions? options) =>
        Extended.GetValue(options ?? JsonSerializerOptions.Default, original => new(original)
        {
            Converters = { new NestedOutputConverterFactory() },
        });

    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> output, JsonSerializerOptions? options)
    {
        var data = await output.DataTask.ConfigureAwait(false);

        if (!data.IsKnown)
        {
            return data.Unknown<string>();
        }

        while (true)
        {
            var nested = new NestedOutputs();
            var json = nested.Collect(() => JsonSerializer.Serialize(data.Value, Configure(options)));

            if (nested.Pending.Count == 0)
            {
                var combined = nested.Data.Aggregate(data.Select(json), (all, one) => all.Combine(one.Select(json)));
                return combined.IsKnown ? combined : combined.Unknown<string>();
            }

            // The serializer cannot wait, so everything it came across is awaited here before another attempt.
            await Task.WhenAll(nested.Pending).ConfigureAwait(false);
        }
    }
}
