using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi.Registration;

/// <summary>Takes resources from their constructors to the mocks and their answers back to the outputs.</summary>
internal sealed class Registrar(MockMonitor monitor, bool isPreview)
{
    public async Task RegisterAsync(ResourceRequest request)
    {
        try
        {
            var state = request.Options.Urn is { } urn
                ? monitor.Find(urn)
                : await RegisterOrReadAsync(request).ConfigureAwait(false);

            request.Outputs.Resolve(request.Resource, state, isMissingKnown: !isPreview);
        }
        catch (Exception exception)
        {
            request.Outputs.Fail(exception);
            throw;
        }
    }

    public async Task RegisterOutputsAsync(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        var data = await outputs.DataTask.ConfigureAwait(false);
        var label = $"{component.GetResourceName()}[{component.GetResourceType()}]";
        var properties = await Serializer.SerializeAsync(label, data.Value ?? ImmutableDictionary<string, object?>.Empty)
            .ConfigureAwait(false);
        var urn = await component.Urn.DataTask.ConfigureAwait(false);

        await monitor.RegisterOutputsAsync(urn.Value, properties).ConfigureAwait(false);
    }

    private async Task<ResourceState> RegisterOrReadAsync(ResourceRequest request)
    {
        var (resource, options) = (request.Resource, request.Options);
        var (type, name) = (resource.GetResourceType(), resource.GetResourceName());
        await Dependencies.AwaitAsync(await options.ReadDependsOnAsync().ConfigureAwait(false)).ConfigureAwait(false);

        var inputs = await Serializer.SerializeAsync($"resource:{name}[{type}]", request.Args.ReadMembers())
            .ConfigureAwait(false);
        await Dependencies.AwaitAsync(inputs.Resources).ConfigureAwait(false);

        var parentUrn = request.Parent is { } parent ? (await parent.Urn.DataTask.ConfigureAwait(false)).Value : null;
        var provider = request.Provider is { } p ? await p.ReferenceAsync().ConfigureAwait(false) : "";
        var args = new MockResourceArgs
        {
            Type = type,
            Name = name,
            Inputs = inputs.KnownValues().RemoveRange([OutputSlots.IdName, OutputSlots.UrnName]),
            Provider = provider,
        };

        if (options.Id is null)
        {
            args.Id = (options as CustomResourceOptions)?.ImportId ?? "";
            return await monitor.RegisterAsync(resource, args, parentUrn).ConfigureAwait(false);
        }

        var id = await options.Id.AsOutput().DataTask.ConfigureAwait(false);
        args.Id = id.IsKnown ? id.Value : "";
        return await monitor.ReadAsync(resource, args, parentUrn).ConfigureAwait(false);
    }
}
