using Pulumi.Registration;

namespace Pulumi;

/// <summary>Anything that a stack consists of; creating one registers it with the current deployment.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ProviderSet _providers = ProviderSet.Empty;
    private readonly List<Resource> _children = [];

    private protected Resource(
        string type, string name, bool isCustom, ResourceArgs args, ResourceOptions options, bool isRemote = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);

        var deployment = Deployment.Current;
        var isRead = options.Urn is not null;
        _type = type;
        _name = name;
        IsLocalComponent = !isCustom && !isRemote;

        // A local component assigns its outputs itself; only the engine's answer can fill those of the others.
        var outputs = OutputSlots.Attach(this, isUrnOnly: IsLocalComponent && !isRead);

        var defaultParent = isRead ? null : deployment.Stack;
        var parent = options.Parent ?? defaultParent;
        _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
        (args, options) = Transform(args, options);

        _providers = (parent?._providers ?? ProviderSet.Empty).For(options, isCustom);
        parent?.AddChild(this);

        var provider = isCustom ? options.Provider ?? _providers.Find(type) : null;
        deployment.Register(new(this, outputs, args, options, parent, provider));
    }

    /// <summary>For a resource of which only the URN is known, and which is not registered.</summary>
    private protected Resource(Urn urn)
    {
        _type = urn.Type;
        _name = urn.Name;
        Urn = new(new OutputData<string>([this], urn, IsKnown: true, IsSecret: false));
    }

    [Output(OutputSlots.UrnName)]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool IsLocalComponent { get; }

    public string GetResourceName() => _name;

    public string GetResourceType() => _type;

    internal ProviderResource? FindProvider(string token) => _providers.Find(token);

    internal ImmutableArray<Resource> SnapshotChildren()
    {
        lock (_children)
        {
            return [.. _children];
        }
    }

    private void AddChild(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        var parent = options.Parent;

        foreach (var transformation in _transformations)
        {
            if (transformation(new(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != parent)
            {
                // The parent has decided which transformations run, so it cannot change halfway.
                throw new ArgumentException("A transformation cannot change the parent of a resource.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }
}
