using System.Collections.Concurrent;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi.Registration;

/// <summary>Stands where the engine would: asks the mocks and remembers what they answered.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack)
{
    private readonly ConcurrentDictionary<string, ResourceState> _states = new();
    private readonly List<Resource> _resources = [];

    public ImmutableArray<Resource> SnapshotResources()
    {
        lock (_resources)
        {
            return [.. _resources];
        }
    }

    public async Task<ResourceState> RegisterAsync(Resource resource, MockResourceArgs args, string? parentUrn)
    {
        Add(resource);

        if (resource is Stack)
        {
            return Store(new(UrnOf(args, parentUrn), null, ImmutableDictionary<string, OutputData<object?>>.Empty));
        }

        // Read before the call: the arguments belong to the mocks from then on.
        var (urn, importId) = (UrnOf(args, parentUrn), args.Id is "" ? null : args.Id);
        var (id, state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        var properties = await StateReader.ReadAsync(state).ConfigureAwait(false);
        return Store(new(urn, id ?? importId, properties));
    }

    public async Task<ResourceState> ReadAsync(Resource resource, MockResourceArgs args, string? parentUrn)
    {
        var (urn, id) = (UrnOf(args, parentUrn), args.Id);
        var (_, state) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        var properties = await StateReader.ReadAsync(state).ConfigureAwait(false);
        Add(resource);
        return Store(new(urn, id, properties));
    }

    /// <summary>The state of a resource that the mocks have answered for.</summary>
    public ResourceState Find(string urn) =>
        _states.GetValueOrDefault(urn) ?? throw new InvalidOperationException($"Unknown resource {urn}");

    public async Task<SerializedProperties> CallAsync(
        string token, ImmutableDictionary<string, object> args, string provider)
    {
        var result = await mocks.CallAsync(new() { Token = token, Args = args, Provider = provider })
            .ConfigureAwait(false);
        return new(await StateReader.ReadAsync(result).ConfigureAwait(false));
    }

    public Task RegisterOutputsAsync(string urn, SerializedProperties outputs) => mocks.RegisterResourceOutputs(
        new(urn, outputs.Properties.ToImmutableDictionary(
            property => property.Key, property => new Output<object?>(property.Value))));

    // Unlike an engine, mocks see only the root of the parent's chain of types.
    private string UrnOf(MockResourceArgs args, string? parentUrn) => Urn.Compose(
        stack, project, parentUrn is null ? null : new Urn(parentUrn).RootType, args.Type!, args.Name!);

    private ResourceState Store(ResourceState state) => _states[state.Urn] = state;

    private void Add(Resource resource)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }
    }
}
