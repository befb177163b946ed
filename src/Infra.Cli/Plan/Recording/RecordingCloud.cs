using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// The cloud of a preview without an account: takes every resource, answers what AWS would compute, and remembers it. Lookups that it
/// does not know fail, rather than answer with nothing.
/// </summary>
internal sealed class RecordingCloud(string region) : IMocks
{
    private readonly Dictionary<(string Type, string Name), ResourceTransformationArgs> _seen = [];
    private readonly List<Registration> _registrations = [];

    /// <summary>All resources in the order of their registration.</summary>
    public IReadOnlyList<Registration> Registrations => _registrations;

    /// <summary>What it has refused first, if anything: the SDK passes on errors as text alone, with its own stack trace.</summary>
    public InvalidUsageException? Refusal { get; private set; }

    /// <summary>The stack's outputs, once it has registered them.</summary>
    public ImmutableDictionary<string, Output<object?>> StackOutputs { get; private set; } =
        ImmutableDictionary<string, Output<object?>>.Empty;

    /// <summary>Shows this cloud the options and arguments of resources, which Pulumi's mocks are not shown.</summary>
    public ResourceTransformationResult? Observe(ResourceTransformationArgs args)
    {
        var key = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
        lock (_registrations)
        {
            if (!_seen.TryAdd(key, args))
                throw Refused(new($"two resources of type {key.Item1} are named {key.Item2}; give one of them another name"));
        }

        return null;
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_registrations)
        {
            var seen = _seen[(args.Type!, args.Name!)];
            var (id, computed) = seen.Resource is ComponentResource
                ? (null, ImmutableDictionary<string, object>.Empty)
                : ComputedOutputs.Of(new(args.Type!, args.Name!, args.Inputs, region))
                    ?? throw Refused(new(
                        $"the offline cloud does not know the resource type {args.Type}; add it to {nameof(ComputedOutputs)}"));

            // What the program names itself wins over what AWS would have made up.
            var state = computed.SetItems(args.Inputs);
            _registrations.Add(new(seen.Resource, seen.Options, seen.Args, args.Inputs, id, state));
            return Task.FromResult<(string?, object)>((id, state));
        }
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(
        Lookups.Answer(args, region)
            ?? throw Refused(new($"the offline cloud does not know the lookup {args.Token}; add it to {nameof(Lookups)}")));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        if (args.Urn.Contains($"::{TypeToken.Stack}::", StringComparison.Ordinal))
            StackOutputs = args.Outputs;

        return Task.CompletedTask;
    }

    private InvalidUsageException Refused(InvalidUsageException refusal)
    {
        Refusal ??= refusal;
        return refusal;
    }
}

/// <summary>A resource as it was registered.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Options">Its options.</param>
/// <param name="Args">The arguments that its inputs come from.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Id">Its id; none for a component.</param>
/// <param name="State">All its outputs.</param>
internal sealed record Registration(
    Resource Resource,
    ResourceOptions Options,
    ResourceArgs Args,
    ImmutableDictionary<string, object> Inputs,
    string? Id,
    ImmutableDictionary<string, object> State);
