using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Cli.Plan.Recording;

/// <summary>Makes the graph of what an offline cloud has recorded.</summary>
internal sealed class GraphBuilder
{
    private readonly StackConfiguration _configuration;
    private readonly Dictionary<Resource, string> _urns = [];
    private readonly Dictionary<Resource, ResourceOptions> _options = [];
    private readonly Dictionary<string, int> _order = new(StringComparer.Ordinal);
    private readonly ILookup<Resource?, Resource> _children;
    private readonly StackInputs _inputs;
    private readonly Resource _stack;

    private GraphBuilder(StackConfiguration configuration, RecordingCloud cloud, Stack stack, StackInputs inputs)
    {
        (_configuration, _stack, _inputs) = (configuration, stack, inputs);
        _children = cloud.Registrations.ToLookup(registration => registration.Options.Parent, registration => registration.Resource);
        foreach (var registration in cloud.Registrations)
            _options[registration.Resource] = registration.Options;
        foreach (var registration in cloud.Registrations)
            _order[UrnOf(registration.Resource)] = _order.Count;
    }

    /// <summary>Makes it of a stack that has been run.</summary>
    public static async Task<ResourceGraph> BuildAsync(
        StackConfiguration configuration, RecordingCloud cloud, Stack stack, StackInputs inputs)
    {
        var builder = new GraphBuilder(configuration, cloud, stack, inputs);
        var nodes = new List<ResourceNode> { builder.StackNode() };
        foreach (var registration in cloud.Registrations)
            nodes.Add(await builder.NodeAsync(registration));

        var outputs = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, output) in cloud.StackOutputs)
        {
            if (await Output.IsSecretAsync(output))
                outputs[name] = ConfigValue.Hidden;
            else if (await OutputUtilities.GetValueAsync(output) is { } value)
                outputs[name] = value;
        }

        return new(configuration.ProjectName, configuration.StackName, configuration.Region, nodes, outputs.ToImmutable())
        {
            SettingsFile = configuration.FileName,
            Note = inputs.Note,
            Configuration = configuration.Values.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Secrets = new(configuration.Secrets.Concat(cloud.Registrations.SelectMany(SecretsOf))),
        };
    }

    private ResourceNode StackNode() => new()
    {
        Urn = UrnOf(_stack),
        Type = _stack.GetResourceType(),
        Name = _stack.GetResourceName(),
        IsCustom = false,
        Inputs = ImmutableDictionary<string, object>.Empty,
        Outputs = ImmutableDictionary<string, object>.Empty,
        Options = new(),
    };

    private async Task<ResourceNode> NodeAsync(Registration registration)
    {
        var (resource, options) = (registration.Resource, registration.Options);
        var dependsOn = InOrder(await ExplicitDependenciesAsync(options));
        var byInput = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (input, resources) in await DataDependencies.OfAsync(registration.Args))
            byInput[input] = InOrder(resources.SelectMany(CustomResourcesOf).Select(UrnOf));
        var custom = options as CustomResourceOptions;

        return new()
        {
            Urn = UrnOf(resource),
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            IsCustom = resource is CustomResource,
            Id = registration.Id,
            Provider = custom is null
                ? null
                : DefaultProvider.Reference(
                    _configuration.StackName, _configuration.ProjectName, resource.GetResourceType(), custom.Version),
            Parent = UrnOf(options.Parent ?? _stack),
            Inputs = WithPaths(registration.Inputs),
            Outputs = WithPaths(registration.State),
            Dependencies = InOrder(byInput.Values.SelectMany(urns => urns).Concat(dependsOn)),
            PropertyDependencies = byInput.ToImmutable(),
            Options = new()
            {
                Protect = options.Protect == true,
                RetainOnDelete = options.RetainOnDelete == true,
                DeleteBeforeReplace = custom?.DeleteBeforeReplace,
                IgnoreChanges = [.. options.IgnoreChanges],
                ReplaceOnChanges = [.. options.ReplaceOnChanges],
                ReplacementTrigger = await TriggerAsync(options),
                AdditionalSecretOutputs = [.. custom?.AdditionalSecretOutputs ?? []],
                DependsOn = dependsOn,
                CustomTimeouts = options.CustomTimeouts,
            },
        };
    }

    // The SDK's asset shows its path to nobody.
    private ImmutableDictionary<string, object> WithPaths(ImmutableDictionary<string, object> values) =>
        values.ToImmutableDictionary(
            entry => entry.Key,
            entry => entry.Value is FileAsset ? new LocalArchive(_inputs.Archives[(string)values["key"]], IsFile: true) : entry.Value);

    private static IEnumerable<string> SecretsOf(Registration registration) =>
        (registration.Options as CustomResourceOptions)?.AdditionalSecretOutputs
            .Select(name => registration.State.GetValueOrDefault(name))
            .OfType<string>()
            ?? [];

    private static async Task<string?> TriggerAsync(ResourceOptions options) => options.ReplacementTrigger is { } trigger
        ? Convert.ToString(await OutputUtilities.GetValueAsync(trigger.ToOutput()), CultureInfo.InvariantCulture)
        : null;

    private async Task<IEnumerable<string>> ExplicitDependenciesAsync(ResourceOptions options)
    {
        Output<ImmutableArray<Resource>> output = options.DependsOn;
        return (await OutputUtilities.GetValueAsync(output)).SelectMany(CustomResourcesOf).Select(UrnOf);
    }

    // The engine cannot wait for a component, only for what a provider makes below it.
    private IEnumerable<Resource> CustomResourcesOf(Resource resource) =>
        resource is ComponentResource ? _children[resource].SelectMany(CustomResourcesOf) : [resource];

    private ImmutableArray<string> InOrder(IEnumerable<string> urns) =>
        [.. urns.Distinct(StringComparer.Ordinal).OrderBy(urn => _order[urn])];

    private string UrnOf(Resource resource)
    {
        if (!_urns.TryGetValue(resource, out var urn))
        {
            urn = $"urn:pulumi:{_configuration.StackName}::{_configuration.ProjectName}"
                + $"::{TypeChain(resource)}::{resource.GetResourceName()}";
            _urns[resource] = urn;
        }

        return urn;
    }

    // The stack's own type is left out of the chain: https://www.pulumi.com/docs/iac/concepts/resources/names/#urns.
    private string TypeChain(Resource resource) =>
        _options.GetValueOrDefault(resource)?.Parent is { } parent && parent is not Stack
            ? $"{TypeChain(parent)}${resource.GetResourceType()}"
            : resource.GetResourceType();
}
