using System.Collections.Immutable;
using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Tests.Checks;

/// <summary>
/// A plan of a few things, the size of one of which is not known and the key of another secret, and controls that are about some of
/// them.
/// </summary>
internal static class TrialPlan
{
    public const string ControlId = "thing-size";

    private static readonly ImmutableSortedDictionary<string, ConfigValue> Configuration =
        ImmutableSortedDictionary<string, ConfigValue>.Empty.Add("infra:waf", new("false"));

    public static ResourceGraph Of(PlanKind? origin = PlanKind.Preview, bool isConfigurationKnown = true)
    {
        var unknowns = new UnknownLog();
        ResourceNode[] nodes =
        [
            Node("stack"),
            Node("large", ("size", 3d)),
            Node("open", ("size", UnknownValue.Instance)),
            Node("hidden", ("size", 1d), ("key", UnknownValue.Hidden)),
            Node("unsized"),
        ];
        return new(
            "infra", "here", "eu-west-1", [.. nodes.Select(node => node with { Unknowns = unknowns })],
            ImmutableSortedDictionary<string, object>.Empty)
        {
            Origin = origin,
            Unknowns = unknowns,
            Configuration = isConfigurationKnown ? Configuration : Configuration.Clear(),
        };
    }

    public static Control Control(Expectation problem, params string[] names) =>
        Control(problem, new Subjects("thing", graph => graph.Nodes.Where(node => names.Contains(node.Name))));

    public static Control Control(Expectation problem, Subjects subjects) =>
        new(ControlId, Severity.Medium, "Things have a size.") { On = subjects, Problem = problem, Mend = "choose another size" };

    /// <summary>What a control says of each resource.</summary>
    public static ImmutableArray<(string Resource, ControlOutcome Outcome, string? Problem)> Said(
        ResourceGraph plan, Control control, params Waiver[] waivers) =>
    [
        .. new ControlTrial(plan, waivers).Of(control).Select(finding => (finding.Resource.Name, finding.Outcome, finding.Problem)),
    ];

    private static ResourceNode Node(string name, params (string Key, object Value)[] inputs) => new()
    {
        Urn = $"urn:pulumi:here::infra::test:index:Thing::{name}",
        Type = "test:index:Thing",
        Name = name,
        IsCustom = true,
        Inputs = inputs.ToImmutableDictionary(input => input.Key, input => input.Value),
        Outputs = ImmutableDictionary<string, object>.Empty,
        Options = new(),
    };
}
