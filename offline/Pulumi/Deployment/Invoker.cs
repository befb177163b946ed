using Pulumi.Registration;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Calls provider functions and resource methods.</summary>
internal sealed class Invoker(MockMonitor monitor, MessageLog messages)
{
    private const string SelfKey = "__self__";

    public static T ReadObject<T>(SerializedProperties result) => ConvertTo<T>(PlainValues(result));

    public static T ReadSingle<T>(SerializedProperties result) => PlainValues(result) switch
    {
        { Count: 1 } values => ConvertTo<T>(values.Values.Single()),
        var values => throw new InvalidOperationException(
            $"Expected a result with one property, but it has {values.Count}."),
    };

    /// <summary>Fails the awaiting code only, which may handle the exception.</summary>
    public async Task<T> InvokeAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, Func<SerializedProperties, T> read)
    {
        var arguments = await SerializeAsync(token, args).ConfigureAwait(false);
        return read(await CallMonitorAsync(token, arguments, options).ConfigureAwait(false));
    }

    public async Task<OutputData<T>> InvokeOutputAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, Func<SerializedProperties, T> read)
    {
        var arguments = await SerializeOrReportAsync(token, args).ConfigureAwait(false);
        var dependsOn = options is null ? [] : await options.ReadDependsOnAsync().ConfigureAwait(false);
        var resources = arguments.Resources.Union(dependsOn);
        await Dependencies.AwaitAsync(resources).ConfigureAwait(false);

        if (!arguments.IsKnown || await Dependencies.AnyUnknownIdAsync(resources).ConfigureAwait(false))
        {
            return new(resources, default!, IsKnown: false, IsSecret: false);
        }

        return Wrap(resources, await CallMonitorAsync(token, arguments, options).ConfigureAwait(false), read);
    }

    public async Task<OutputData<T>> CallAsync<T>(string token, CallArgs args, Resource? self, CallOptions? options)
    {
        IEnumerable<KeyValuePair<string, object?>> members = [.. args.ReadMembers(), KeyValuePair.Create(SelfKey, (object?)self)];
        var arguments = await Serializer.SerializeAsync($"call:{token}", members).ConfigureAwait(false);
        var provider = options?.Provider ?? (options?.Parent ?? self)?.FindProvider(token);
        var reference = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
        var result = await monitor.CallAsync(token, arguments.KnownValues(), reference).ConfigureAwait(false);

        return Wrap(arguments.Resources, result, ReadObject<T>);
    }

    private static Task<SerializedProperties> SerializeAsync(string token, InvokeArgs args) =>
        Serializer.SerializeAsync($"invoke:{token}", args.ReadMembers());

    private static OutputData<T> Wrap<T>(
        ImmutableHashSet<Resource> resources, SerializedProperties result, Func<SerializedProperties, T> read) =>
        new(resources.Union(result.Resources), result.IsKnown ? read(result) : default!, result.IsKnown, result.IsSecret);

    private static ImmutableDictionary<string, object?> PlainValues(SerializedProperties result) =>
        result.Properties.ToImmutableDictionary(property => property.Key, property => property.Value.Value);

    private static T ConvertTo<T>(object? plain) => Converter.Convert(plain, typeof(T)) is T value ? value : default!;

    private async Task<SerializedProperties> SerializeOrReportAsync(string token, InvokeArgs args)
    {
        try
        {
            return await SerializeAsync(token, args).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            messages.Fail($"Error serializing arguments for invoke {token}: {exception.Message}");
            throw;
        }
    }

    private async Task<SerializedProperties> CallMonitorAsync(
        string token, SerializedProperties arguments, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.FindProvider(token);
        var reference = provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);
        return await monitor.CallAsync(token, arguments.KnownValues(), reference).ConfigureAwait(false);
    }
}
