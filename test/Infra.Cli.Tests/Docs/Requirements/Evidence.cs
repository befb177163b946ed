using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Report.Requirements;
using Infra.Cli.Tests.Rehearsal;
using Infra.Cli.Tests.Rehearsal.Script;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Requirements;

/// <summary>What a stack shows of the requirements: its resources, what the controls say of them, and a simulated drill.</summary>
internal sealed record Evidence(CheckReport Checks, RehearsalReport Drill)
{
    public ResourceGraph Graph => Checks.Graph;

    public static async Task<Evidence> OfAsync(string stack)
    {
        var graph = await Graphs.Of(stack);
        return new(CheckReport.Of(graph, WaiverFile.OfTheDesign()), await RehearsedStack.Of(new(graph), Reference.Root).RehearseAsync());
    }

    /// <summary>The results of the controls that guard a requirement.</summary>
    public IEnumerable<ControlResult> ControlsOf(CustomerRequirement requirement) =>
        Checks.Results.Where(result => result.Control.Requirements.Contains(requirement.Id));

    /// <summary>The resources that meet a requirement, in the order of their registration. The stack as a whole is none.</summary>
    public IReadOnlyList<ResourceNode> ResourcesOf(CustomerRequirement requirement)
    {
        var guarded = ControlsOf(requirement).SelectMany(result => result.Findings).Select(finding => finding.Resource).ToHashSet();
        return [.. Graph.Nodes.Where(node => node.IsCustom && (guarded.Contains(node) || requirement.IsMetBy(node)))];
    }

    /// <summary>What the drill claims for a requirement, and what came of it.</summary>
    public IEnumerable<Verdict> RehearsedFor(CustomerRequirement requirement) =>
        Drill.Verdicts.Where(verdict => verdict.Claim.Requirement == requirement.Id);
}
