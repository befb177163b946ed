using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// What becomes of a target as its checks pass and fail. See
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.
/// </summary>
internal sealed class TargetHealth(DeclaredHealthCheck check)
{
    private bool _lastPassed;
    private int _inRow;

    public TargetState State { get; private set; }

    /// <summary>Counts a check; returns whether it has changed the state.</summary>
    public bool Record(bool passed)
    {
        if (State == TargetState.Draining)
            return false;

        _inRow = passed == _lastPassed ? _inRow + 1 : 1;
        _lastPassed = passed;
        var next = (State, passed) switch
        {
            // A new target needs one pass, whatever the threshold.
            (TargetState.Initial, true) => TargetState.Healthy,
            (TargetState.Unhealthy, true) when _inRow >= check.HealthyThreshold => TargetState.Healthy,
            (TargetState.Initial or TargetState.Healthy, false) when _inRow >= check.UnhealthyThreshold => TargetState.Unhealthy,
            _ => State,
        };
        var changed = next != State;
        State = next;
        return changed;
    }

    /// <summary>Deregisters it: no check counts any more.</summary>
    public void Drain() => State = TargetState.Draining;
}
