using System.Collections.Immutable;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Graph;

/// <summary>Everything that a stack declares. All that this program shows of a stack is drawn from this and from nothing else.</summary>
internal sealed class ResourceGraph
{
    private readonly Dictionary<string, ResourceNode> _byUrn;
    private readonly ILookup<string?, ResourceNode> _byParent;
    private readonly ILookup<string, ResourceNode> _byType;

    public ResourceGraph(
        string projectName,
        string stackName,
        string region,
        IReadOnlyList<ResourceNode> nodes,
        ImmutableSortedDictionary<string, object> outputs)
    {
        ProjectName = projectName;
        StackName = stackName;
        Region = region;
        Nodes = nodes;
        Outputs = outputs;
        _byUrn = nodes.ToDictionary(node => node.Urn, StringComparer.Ordinal);
        _byParent = nodes.ToLookup(node => node.Parent);
        _byType = nodes.ToLookup(node => node.Type, StringComparer.Ordinal);
    }

    public string ProjectName { get; }

    public string StackName { get; }

    /// <summary>The AWS region that the stack is for.</summary>
    public string Region { get; }

    /// <summary>All resources in the order of their registration, the stack first.</summary>
    public IReadOnlyList<ResourceNode> Nodes { get; }

    /// <summary>The stack's outputs by name.</summary>
    public ImmutableSortedDictionary<string, object> Outputs { get; }

    /// <summary>The configuration that the stack was made from, by full key, as it may be shown.</summary>
    public ImmutableSortedDictionary<string, string> Configuration { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether its settings protect it from deletion: prod's kind of stack, whatever its name.</summary>
    public bool IsProtected => Setting(StackConfiguration.ProtectionKey) == "true";

    /// <summary>The stack itself.</summary>
    public ResourceNode Stack => Nodes[0];

    public ResourceNode this[string urn] => _byUrn[urn];

    /// <summary>One of the project's settings, as it may be shown; null when the configuration has none.</summary>
    public string? Setting(string key) => Configuration.GetValueOrDefault($"{ProjectName}:{key}");

    /// <summary>The resources of a type, in the order of their registration.</summary>
    public IEnumerable<ResourceNode> OfType(string type) => _byType[type];

    /// <summary>The resources right below another one, in the order of their registration.</summary>
    public IEnumerable<ResourceNode> ChildrenOf(ResourceNode node) => _byParent[node.Urn];

    /// <summary>
    /// The resource of a type whose id or ARN a value is: several inputs hold one or the other, and some ids are another resource's ARN.
    /// </summary>
    public ResourceNode? ByIdOrArn(string type, string? value) =>
        value is null ? null : OfType(type).FirstOrDefault(node => node.Id == value || node.Output("arn") == value);
}
