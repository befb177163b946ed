using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Rehearsal.Simulation;

/// <summary>A machine that is only thought of: it boots, answers, breaks or hangs, and is checked by the load balancer meanwhile.</summary>
internal sealed class SimulatedServer
{
    private readonly DeclaredHealthCheck _check;
    private readonly TargetHealth _health;
    private DateTimeOffset _nextCheck;
    private DateTimeOffset _timesOutAt = DateTimeOffset.MaxValue;

    /// <summary>Makes a machine that answers from a moment on. It is checked at once and then at every interval.</summary>
    public SimulatedServer(string id, DeclaredHealthCheck check, DateTimeOffset now, DateTimeOffset answersFrom)
    {
        Id = id;
        AnswersFrom = answersFrom;
        _check = check;
        _health = new(check);
        _nextCheck = check.IsEnabled ? now : DateTimeOffset.MaxValue;
    }

    public string Id { get; }

    public DateTimeOffset AnswersFrom { get; }

    public SimulatedCondition Condition { get; set; }

    /// <summary>What the load balancer thinks of it.</summary>
    public TargetState Health => _health.State;

    /// <summary>When a check begins or times out.</summary>
    public DateTimeOffset NextDue => _nextCheck < _timesOutAt ? _nextCheck : _timesOutAt;

    /// <summary>What it has done in the minute under way.</summary>
    public SimulatedMinute Minute { get; } = new();

    /// <summary>Whether it answers, be it with an error.</summary>
    public bool Answers(DateTimeOffset now) =>
        Condition is SimulatedCondition.Running or SimulatedCondition.Failing && AnswersFrom <= now;

    /// <summary>Whether it answers with an error.</summary>
    public bool Fails(DateTimeOffset now) => Condition == SimulatedCondition.Failing && AnswersFrom <= now;

    /// <summary>
    /// The share of a span in which it does not answer as it should. It may boot in the midst of one; other changes begin another.
    /// </summary>
    public double SilentShare(DateTimeOffset from, TimeSpan span) =>
        Condition == SimulatedCondition.Running ? Math.Clamp((AnswersFrom - from) / span, 0, 1) : 1;

    /// <summary>Does the check that is due; returns whether it has changed what the load balancer thinks.</summary>
    public bool Check(DateTimeOffset now)
    {
        var changed = false;
        if (_timesOutAt <= now)
        {
            _timesOutAt = DateTimeOffset.MaxValue;
            changed = _health.Record(passed: false);
        }

        if (_nextCheck > now)
            return changed;

        _nextCheck += _check.Interval;
        if (Condition == SimulatedCondition.Hanging && AnswersFrom <= now)
        {
            _timesOutAt = now + _check.Timeout;
            return changed;
        }

        return _health.Record(Answers(now)) || changed;
    }

    /// <summary>Ends the checks: it leaves.</summary>
    public void Deregister()
    {
        _health.Drain();
        _nextCheck = _timesOutAt = DateTimeOffset.MaxValue;
    }
}
