using System.Collections.Concurrent;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi.Registration;

/// <summary>Stands where the engine would: asks the mocks and remembers what was registered.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack)
{
    private readonly ConcurrentQueue<Resource> _resources = new();
    private readonly ConcurrentDictionary<string, ResourceState> _states = new();

    public ImmutableArray<Resource> SnapshotResources() => [.. _resources];

    public async Task<ResourceState> RegisterAsync(Resource resource, MockResourceArgs args, string? parentUrn)
    {
        _resources.Enqueue(resource);

        // Read before the call: the arguments belong to the mocks from then on.
        var (urn, importId) = (UrnOf(args, parentUrn), args.Id is "" ? null : args.Id);

        if (resource is Stack)
            return new(urn, Id: null, SerializedProperties.Empty);

        var (id, state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        return _states[urn] = new(urn, id ?? importId, await StateReader.ReadAsync(state).ConfigureAwait(false));
    }

    public async Task<ResourceState> ReadAsync(Resource resource, MockResourceArgs args, string? parentUrn)
    {
        var (urn, id) = (UrnOf(args, parentUrn), args.Id);
        var (mockId, state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        _resources.Enqueue(resource);
        var properties = await StateReader.ReadAsync(state).ConfigureAwait(false);
        _states[urn] = new(urn, mockId, properties);
        return new(urn, id, properties);
    }

    /// <summary>What the mocks answered for a resource earlier in the run.</summary>
    public ResourceState StateOf(string urn) =>
        _states.GetValueOrDefault(urn) ?? throw new InvalidOperationException($"Unknown resource {urn}");

    public async Task<SerializedProperties> CallAsync(string token, ImmutableDictionary<string, object> args, string provider)
    {
        var result = await mocks.CallAsync(new() { Token = token, Args = args, Provider = provider }).ConfigureAwait(false);
        return await StateReader.ReadAsync(result).ConfigureAwait(false);
    }

    public Task RegisterOutputsAsync(string urn, SerializedProperties outputs) => mocks.RegisterResourceOutputs(
        new(urn, outputs.Properties.ToImmutableDictionary(output => output.Key, output => new Output<object?>(output.Value))));

    // Unlike an engine, mocks see only the root of the parent's chain of types.
    private string UrnOf(MockResourceArgs args, string? parentUrn) =>
        Urn.Compose(stack, project, parentUrn is null ? null : new Urn(parentUrn).RootType, args.Type!, args.Name!);
}
