using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Load;
using Infra.Servers;

namespace Infra.Cli.Live.Drill;

/// <summary>What the steps of a drill share.</summary>
internal sealed class DrillContext(GroupOutputs outputs, StackCloud cloud, GroupWatch watch, ILoad load, DrillPlan plan)
{
    public GroupOutputs Outputs => outputs;

    public StackCloud Cloud => cloud;

    public GroupWatch Watch => watch;

    public ILoad Load => load;

    public DrillPlan Plan => plan;

    /// <summary>By which a load ends, whatever becomes of the questions to AWS.</summary>
    public required TimeProvider LoadClock { get; init; }

    /// <summary>The group as it was before anything was done to it.</summary>
    public required GroupAnswer Before { get; init; }

    /// <summary>Why nothing must be broken now; none if all is well.</summary>
    public string? BlockedBy { get; set; }

    /// <summary>The server that was broken; none before that.</summary>
    public string? Broken { get; set; }

    /// <summary>The servers before the load that is or was on the site; none if there was no load.</summary>
    public int? CountBeforeLoad { get; set; }

    /// <summary>Why nothing must be broken by what the servers look like now, or by what was seen before; none if all is well.</summary>
    public string? ReasonToSkip(GroupView view) =>
        BlockedBy
        ?? (watch.Highest?.Count > ServerFleet.Ceiling ? $"not tried, since there were {watch.Highest.Count} servers" : null)
        ?? (view.IsStable ? null : $"not tried, since the servers were not all well: {view.Shown}; {view.Group.DesiredCapacity} desired");
}
