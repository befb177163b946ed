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
            var state = await RegisterOrReadAsync(request).ConfigureAwait(false);
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
        var properties = await Serializer.SerializeAsync(LabelOf(component), data.Value ?? ImmutableDictionary<string, object?>.Empty)
            .ConfigureAwait(false);
        var urn = await component.Urn.DataTask.ConfigureAwait(false);

        await monitor.RegisterOutputsAsync(urn.Value, properties).ConfigureAwait(false);
    }

    private static string LabelOf(Resource resource) => $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]";

    private async Task<ResourceState> RegisterOrReadAsync(ResourceRequest request)
    {
        var (resource, options) = (request.Resource, request.Options);

        if (options.Urn is { } urn)
            return monitor.StateOf(urn);

        var inputs = await Serializer.SerializeAsync(LabelOf(resource), request.Args.ReadMembers()).ConfigureAwait(false);
        var dependsOn = await Dependencies.ReadAsync(options.DependsOn).ConfigureAwait(false);
        await Dependencies.AwaitAsync(inputs.Resources.Union(dependsOn)).ConfigureAwait(false);

        var parentUrn = request.Parent is { } parent ? (await parent.Urn.DataTask.ConfigureAwait(false)).Value : null;
        var args = new MockResourceArgs
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Inputs = inputs.KnownValues().RemoveRange([OutputSlots.IdName, OutputSlots.UrnName]),
            Provider = await ProviderResource.ReferenceAsync(request.Provider).ConfigureAwait(false),
        };

        // Provider packages give an empty id, rather than none, to resources that are to be registered.
        var readId = (await options.Id.ToOutput().DataTask.ConfigureAwait(false)).Value;
        args.Id = string.IsNullOrEmpty(readId) ? (options as CustomResourceOptions)?.ImportId ?? "" : readId;

        if (!string.IsNullOrEmpty(readId) && resource is not CustomResource)
            throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");

        return string.IsNullOrEmpty(readId)
            ? await monitor.RegisterAsync(resource, args, parentUrn).ConfigureAwait(false)
            : await monitor.ReadAsync(resource, args, parentUrn).ConfigureAwait(false);
    }
}
