using Pulumi.Registration;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Calls provider functions.</summary>
internal sealed class Invoker(MockMonitor monitor, ErrorLog errors)
{
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var arguments = await SerializeAsync(token, args).ConfigureAwait(false);
        var result = await CallAsync(token, arguments, options).ConfigureAwait(false);
        return Read<T>(result);
    }

    public async Task<OutputData<T>> InvokeOutputAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var arguments = await SerializeOrReportAsync(token, args).ConfigureAwait(false);
        var dependsOn = await Dependencies.ReadAsync((options as InvokeOutputOptions)?.DependsOn).ConfigureAwait(false);
        var resources = arguments.Resources.Union(dependsOn);
        await Dependencies.AwaitAsync(resources).ConfigureAwait(false);

        if (!arguments.IsKnown || await Dependencies.AnyUnknownIdAsync(resources).ConfigureAwait(false))
            return new(resources, default!, IsKnown: false, IsSecret: false);

        var result = await CallAsync(token, arguments, options).ConfigureAwait(false);
        return new(
            resources.Union(result.Resources), result.IsKnown ? Read<T>(result) : default!, result.IsKnown, result.IsSecret);
    }

    private static Task<SerializedProperties> SerializeAsync(string token, InvokeArgs args) =>
        Serializer.SerializeAsync($"invoke:{token}", args.ReadMembers());

    private static T Read<T>(SerializedProperties result) =>
        Converter.Convert(result.KnownValues(), typeof(T)) is T value ? value : default!;

    private async Task<SerializedProperties> SerializeOrReportAsync(string token, InvokeArgs args)
    {
        try
        {
            return await SerializeAsync(token, args).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            errors.Add($"Error serializing arguments for invoke {token}: {exception.Message}");
            throw;
        }
    }

    private async Task<SerializedProperties> CallAsync(string token, SerializedProperties arguments, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.FindProvider(token);
        var reference = await ProviderResource.ReferenceAsync(provider).ConfigureAwait(false);
        return await monitor.CallAsync(token, arguments.KnownValues(), reference).ConfigureAwait(false);
    }
}
