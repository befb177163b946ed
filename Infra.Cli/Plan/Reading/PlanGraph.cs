using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>Makes the graph of what a file with a plan holds.</summary>
internal static class PlanGraph
{
    private const string ProviderPrefix = "pulumi:providers:";

    /// <summary>The graph, and what is in the file but not of this program.</summary>
    /// <exception cref="InvalidUsageException">The file has no stack.</exception>
    public static ResourceGraph Of(PlanContents contents, string name)
    {
        var stack = contents.Resources.FirstOrDefault(resource => resource.Type == TypeToken.Stack)
            ?? throw new InvalidUsageException($"{name} must hold a stack with its resources, but has none: deploy or preview it first");
        var (stackName, projectName) = stack.Urn.Split("::") is [var head, var project, ..]
            ? (head["urn:pulumi:".Length..], project)
            : throw new InvalidUsageException($"{name} has a stack with a URN that is none: make it again");
        var nodes = contents.Resources.Where(IsOurs).Select(Node).ToList();
        var configuration = (contents.Configuration ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(
            entry => entry.Key, entry => new ConfigValue(entry.Value, entry.Value == ConfigValue.Hidden), StringComparer.Ordinal);
        return new(projectName, stackName, Region(contents, configuration, name), nodes,
            stack.Outputs.ToImmutableSortedDictionary(StringComparer.Ordinal))
        {
            Configuration = configuration,
        };
    }

    private static bool IsOurs(ReadResource resource) =>
        !resource.IsToBeDeleted && !resource.IsExternal && !resource.Type.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    private static ResourceNode Node(ReadResource resource) => new()
    {
        Urn = resource.Urn,
        Type = resource.Type,
        Name = resource.Name,
        IsCustom = resource.IsCustom,
        Id = resource.Id,
        Provider = resource.Provider,
        Parent = resource.Parent,
        Inputs = resource.Inputs,
        Outputs = resource.Type == TypeToken.Stack ? ImmutableDictionary<string, object>.Empty : resource.Outputs,
        Dependencies = resource.Dependencies,
        PropertyDependencies = resource.PropertyDependencies,
        Options = resource.Options,
    };

    private static string Region(
        PlanContents contents, ImmutableSortedDictionary<string, ConfigValue> configuration, string name) =>
        configuration.GetValueOrDefault("aws:region")?.Text
            ?? contents.Resources.Where(resource => resource.Type == $"{ProviderPrefix}aws")
                .Select(provider => provider.Inputs.GetValueOrDefault("region")).OfType<string>().FirstOrDefault()
            ?? contents.Resources.Select(resource => resource.Outputs.GetValueOrDefault("arn")).OfType<string>()
                .Select(arn => arn.Split(':')).Where(parts => parts is ["arn", _, _, { Length: > 0 }, ..])
                .Select(parts => parts[3]).FirstOrDefault()
            ?? throw new InvalidUsageException($"{name} must tell the stack's region, but has neither aws:region, nor a provider, nor an ARN");
}
