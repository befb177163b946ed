using Infra.Cli.Checks;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>What controls say of a stack of which nobody has accepted anything.</summary>
internal static class Judged
{
    /// <summary>One alone: with all of them, each case of a table would take a hundred times as long.</summary>
    public static ControlResult By(string id, ResourceGraph graph) =>
        (from area in ControlCatalogue.Areas
         from control in area.Controls
         where control.Id == id
         select new ControlResult(area, control, new ControlTrial(graph, []).Of(control))).Single();

    public static IReadOnlyList<ControlResult> ByAll(ResourceGraph graph) => CheckReport.Of(graph, []).Results;

    /// <summary>The ids of those that fail.</summary>
    public static IEnumerable<string> Failing(ResourceGraph graph) =>
        ByAll(graph).Where(result => result.Outcome == ControlOutcome.Fail).Select(result => result.Control.Id);
}
