using System.Collections.Immutable;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan.Graph;

/// <summary>
/// Everything that a stack declares, secrets in plain text: whoever judges or plays a stack needs them. All that this program shows of a
/// stack is drawn from this and from nothing else; values are shown from <see cref="Shown"/> or through <see cref="Secrets"/>.
/// </summary>
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

    /// <summary>The file with its settings, from the project's directory.</summary>
    public string SettingsFile { get => field ?? $"Pulumi.{StackName}.yaml"; init; }

    /// <summary>The configuration that the stack was made from, by full key.</summary>
    public ImmutableSortedDictionary<string, ConfigValue> Configuration { get; init; } =
        ImmutableSortedDictionary<string, ConfigValue>.Empty;

    /// <summary>What the program has to say beside the resources; none where it has nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>What was read; none where the program was run and recorded.</summary>
    public PlanKind? Origin { get; init; }

    /// <summary>What was in the file beside the program's own resources.</summary>
    public IReadOnlyList<OtherResource> Others { get; init; } = [];

    /// <summary>What of them is otherwise than the program made it.</summary>
    public IReadOnlyList<HandChange> HandChanges { get; init; } = [];

    /// <summary>Where it is noted who asks for what is not known.</summary>
    public UnknownLog Unknowns { get; init; } = new();

    /// <summary>What stands for values that are not known, only so that who refers to whom is.</summary>
    public StandIns StandIns { get; init; } = StandIns.None;

    /// <summary>Whether the configuration that the stack was made from is known.</summary>
    public bool IsConfigurationKnown => Origin is null || Configuration.Count > 0;

    /// <summary>What must never be shown of it.</summary>
    public SecretTexts Secrets { get; init; } = new([]);

    /// <summary>The same as it may be shown: <see cref="ConfigValue.Hidden"/> where a value is a secret, or holds one.</summary>
    public ResourceGraph Shown
    {
        get
        {
            var shown = new ShownValues(Secrets);
            var nodes = Nodes.Select(node => node with
            {
                Id = node.Id is { } id ? shown.Of(id) : null,
                Inputs = shown.Of(node.Inputs),
                Outputs = shown.Of(node.Outputs),
            });
            return With([.. nodes], shown.Of(Outputs), Configuration.ToImmutableSortedDictionary(
                entry => entry.Key, entry => entry.Value with { Text = shown.Of(entry.Value.Shown) }, StringComparer.Ordinal));
        }
    }

    /// <summary>The same with each resource as an edit makes it.</summary>
    public ResourceGraph With(Func<ResourceNode, ResourceNode> edit) => With([.. Nodes.Select(edit)], Outputs, Configuration);

    /// <summary>Whether its settings protect it from deletion: prod's kind of stack, whatever its name.</summary>
    public bool IsProtected => Setting(StackConfiguration.ProtectionKey) == "true";

    /// <summary>The stack itself.</summary>
    public ResourceNode Stack => Nodes[0];

    public ResourceNode this[string urn] => _byUrn[urn];

    /// <summary>The text of one of the project's settings; null when the configuration has none.</summary>
    public string? Setting(string key)
    {
        if (!IsConfigurationKnown)
            NoteSettings();
        return Configuration.GetValueOrDefault($"{ProjectName}:{key}")?.Text;
    }

    /// <summary>One of the stack's outputs, or null. What the engine previews has none yet.</summary>
    public object? FindOutput(string name)
    {
        var value = Outputs.GetValueOrDefault(name);
        if (value is UnknownValue || Outputs.IsEmpty && Origin is PlanKind.Preview or PlanKind.Events)
            Unknowns.Note(Stack, $"its output {name}");
        return value;
    }

    /// <summary>Notes that somebody asked for the settings, which are not known.</summary>
    public void NoteSettings() => Unknowns.Note(Stack, "its configuration");

    /// <summary>The resources of a type, in the order of their registration.</summary>
    public IEnumerable<ResourceNode> OfType(string type) => _byType[type];

    /// <summary>The resources right below another one, in the order of their registration.</summary>
    public IEnumerable<ResourceNode> ChildrenOf(ResourceNode node) => _byParent[node.Urn];

    /// <summary>
    /// The resource of a type whose id or ARN a value is: several inputs hold one or the other, and some ids are another resource's ARN.
    /// </summary>
    public ResourceNode? ByIdOrArn(string type, string? value) =>
        value is null ? null : OfType(type).FirstOrDefault(node => node.IsMeantBy(value));

    private ResourceGraph With(
        IReadOnlyList<ResourceNode> nodes,
        ImmutableSortedDictionary<string, object> outputs,
        ImmutableSortedDictionary<string, ConfigValue> configuration) =>
        new(ProjectName, StackName, Region, nodes, outputs)
        {
            Origin = Origin,
            Others = Others,
            HandChanges = HandChanges,
            Unknowns = Unknowns,
            StandIns = StandIns,
            SettingsFile = SettingsFile,
            Configuration = configuration,
            Secrets = Secrets,
        };
}
