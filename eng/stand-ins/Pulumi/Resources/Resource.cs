using System.Collections.Concurrent;
using Pulumi.Registration;

namespace Pulumi;

/// <summary>Anything that a stack consists of; creating one registers it with the current deployment.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ProviderSet _providers = ProviderSet.Empty;
    private readonly ConcurrentQueue<Resource> _children = new();

    private protected Resource(
        string type, string name, bool isCustom, ResourceArgs args, ResourceOptions options, bool isRemote = false)
    {
        (_type, _name) = (RequireText(type, nameof(type)), RequireText(name, nameof(name)));
        IsLocalComponent = !isCustom && !isRemote;

        // A local component assigns its outputs itself; only the engine's answer can fill those of the others.
        var outputs = new OutputSlots(this, isUrnOnly: IsLocalComponent);

        var deployment = Deployment.Current;
        // A copy of a resource has no place of its own among the others.
        var parent = options.Parent ?? (options.Urn is null ? deployment.Stack : null);
        _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
        (args, options) = Transform(args, options);

        _providers = (parent?._providers ?? ProviderSet.Empty).For(options, isCustom);
        parent?._children.Enqueue(this);

        var provider = isCustom ? options.Provider ?? _providers.Find(type) : null;
        deployment.Register(new(this, outputs, args, options, parent, provider));
    }

    /// <summary>For a resource of which only the URN is known, and which is not registered.</summary>
    private protected Resource(Urn urn)
    {
        (_type, _name) = (urn.Type, urn.Name);
        Urn = new(new OutputData<string>([this], urn.Value, IsKnown: true, IsSecret: false));
    }

    [Output(OutputSlots.UrnName)]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool IsLocalComponent { get; }

    internal IEnumerable<Resource> Children => _children;

    public string GetResourceName() => _name;
    public string GetResourceType() => _type;

    internal ProviderResource? FindProvider(string token) => _providers.Find(token);

    private static string RequireText(string value, string parameter) =>
        string.IsNullOrEmpty(value) ? throw new ArgumentException($"'{parameter}' cannot be null or empty.", parameter) : value;

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;

        foreach (var transformation in _transformations)
        {
            if (transformation(new(this, args, options)) is { } result)
            {
                // The parent has decided which transformations run, so it cannot change halfway.
                (args, options) = result.Options.Parent == parent
                    ? (result.Args, result.Options)
                    : throw new ArgumentException("A transformation cannot change the parent of a resource.");
            }
        }

        return (args, options);
    }
}
