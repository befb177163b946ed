using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Servers;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Looks at a stack after each thing that happens to it, and remembers the first that must not be.</summary>
internal sealed class LifeWatch(SimulatedStack stack, Rollout rollout)
{
    // The first version is good.
    private readonly List<VersionFault> _versions = [VersionFault.None];

    public string? Fault { get; private set; }

    /// <summary>Bad versions whose roll is over.</summary>
    public HashSet<int> Ended { get; } = [];

    public void Rolls(VersionFault fault)
    {
        _versions.Add(fault);
        stack.Roll(fault);
    }

    public Task PassAsync(TimeSpan time) => stack.UntilAsync(
        view =>
        {
            Fault ??= FaultOf(view);
            return false;
        },
        time,
        CancellationToken.None);

    private string? FaultOf(StackView view)
    {
        if (view.Capacity > 3)
            return $"{view.Capacity} servers";
        if (view.IsRolling)
            return null;
        if (view.IsScalingHeld)
            return "scaling is held, and no roll is under way";

        Ended.UnionWith(Enumerable.Range(1, _versions.Count).Where(version => _versions[version - 1] != VersionFault.None));
        var versions = view.Servers.Where(server => server.Lifecycle is LifecycleState.Pending or LifecycleState.InService)
            .Select(server => server.TemplateVersion).Distinct().ToList();
        return versions.Count > 1 ? $"no roll is under way, and servers have versions {string.Join(", ", versions)}"
            : versions.Any(IsBad) ? $"a bad roll has ended, and servers have its version {versions[0]}"
            : null;
    }

    // Errors are looked for in a promoted roll, which bakes, unless the alarm rang before it began.
    private bool IsBad(int version) => _versions[version - 1] switch
    {
        VersionFault.NeverHealthy => true,
        VersionFault.Errors => rollout == Rollout.Promote
            && !stack.Events.Any(line => line.Text.Contains("can't end this roll", StringComparison.Ordinal)),
        _ => false,
    };
}
