using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;

namespace Infra.Cli.Checks;

/// <summary>Tries controls on a stack. A control that meets what the plan does not tell says nothing, whatever it says.</summary>
/// <param name="graph">The stack.</param>
/// <param name="waivers">All waivers.</param>
internal sealed class ControlTrial(ResourceGraph graph, IReadOnlyList<Waiver> waivers)
{
    // As a problem it follows the resource's name.
    private const string NotJudged = "can't be judged";

    /// <summary>The waivers that are for this stack.</summary>
    public IReadOnlyList<Waiver> Here { get; } = [.. waivers.Where(waiver => IsHere(waiver, graph))];

    /// <summary>What a control says of each resource that it is about.</summary>
    public IReadOnlyList<ControlFinding> Of(Control control)
    {
        var (resources, unseen, malformed) = Watched(() => control.On.In(graph).ToList(), []);
        if (malformed is not null)
            return [new(graph.Stack, malformed, null)];

        var findings = resources.Select(resource => Finding(control, resource))
            // What it should perhaps not have been about.
            .Select(finding => unseen.Count > 0 && finding.Outcome == ControlOutcome.Fail
                ? NotKnown(control, finding.Resource, unseen)
                : finding)
            .ToList();

        // What it should perhaps have been about.
        findings.AddRange(unseen.GroupBy(input => input.Resource)
            .Where(inputs => !resources.Contains(inputs.Key))
            .Select(inputs => NotKnown(control, inputs.Key, [.. inputs])));
        return findings;
    }

    private ControlFinding Finding(Control control, ResourceNode resource)
    {
        var (problem, unknown, malformed) = Watched(() => control.Problem(resource, graph), null);
        if (unknown.Count > 0)
            return NotKnown(control, resource, unknown);
        problem ??= malformed;
        if (problem is null)
            return new(resource, null, null);

        var quoted = graph.Secrets.HiddenIn(problem);
        if (WaiverOf(control, resource) is { } waiver)
            return new(resource, quoted, waiver);

        // Whether it is accepted, settings say that nobody knows.
        return !graph.IsConfigurationKnown && waivers.Any(other => IsPerhapsHere(other) && other.Covers(control, resource))
            ? new(resource, $"{quoted}; {NotJudged}: its configuration, which may accept that, is not known", null) { IsNotKnown = true }
            : new(resource, quoted, null);
    }

    private ControlFinding NotKnown(Control control, ResourceNode resource, IReadOnlyList<UnknownInput> unknown) =>
        new(resource, $"{NotJudged}: {string.Join(", ", unknown.Select(input => input.Clause(resource)))}", WaiverOf(control, resource))
        {
            IsNotKnown = true,
        };

    private Waiver? WaiverOf(Control control, ResourceNode resource) =>
        Here.FirstOrDefault(waiver => waiver.Covers(control, resource));

    private bool IsPerhapsHere(Waiver waiver) => !waiver.Stacks.When.IsAlways && waiver.Stacks.HasName(graph);

    // What it does when it gets nothing in place of a value, even failing, says nothing either.
    private (T Result, IReadOnlyList<UnknownInput> Unknown, string? Malformed) Watched<T>(Func<T> asked, T otherwise)
    {
        graph.Unknowns.Take();
        try
        {
            return (asked(), graph.Unknowns.Take(), null);
        }
        catch (Exception) when (graph.Unknowns.HasAny)
        {
            return (otherwise, graph.Unknowns.Take(), null);
        }
        catch (Exception fault) when (graph.Origin is not null && (fault is InvalidUsageException || MalformedValue.Causes(fault)))
        {
            return (otherwise, [], fault is InvalidUsageException ? $"{NotJudged}: {fault.Message}" : MalformedValue.Clause(fault));
        }
    }

    private static bool IsHere(Waiver waiver, ResourceGraph graph) =>
        (graph.IsConfigurationKnown || waiver.Stacks.When.IsAlways) && waiver.Stacks.Include(graph);
}
