using Infra.Cli.Live.Aws;
using Infra.Cli.Plan.Declared;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// What becomes of a new version, as <c>pulumi up</c> and <c>infra roll</c> have it. By <c>up</c> the group launches it at once. By
/// <c>promote</c> it waits, and the group keeps the proven version until every server has the new one. A roll that fails goes back to the
/// proven version: AWS does it in a promoted roll, and <c>infra roll</c> otherwise.
/// </summary>
internal sealed class GroupRoll
{
    private readonly DeclaredGroup _declared;
    private readonly ServerPool _pool;
    private readonly GroupScaling _scaling;
    private readonly RollAlarm _alarm;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;

    private LaunchVersion _newest;
    private LaunchVersion _proven;
    private InstanceRefresh? _refresh;
    private bool _isPromoted;
    private bool _heedsAlarm;
    private DateTimeOffset _failsAt = DateTimeOffset.MaxValue;
    private DateTimeOffset _bakedAt = DateTimeOffset.MaxValue;

    public GroupRoll(
        DeclaredGroup declared, ServerPool pool, GroupScaling scaling, RollAlarm alarm, TimeProvider time, Action<string> log)
    {
        (_declared, _pool, _scaling, _alarm, _time, _log) = (declared, pool, scaling, alarm, time, log);
        _newest = _proven = pool.Template;
    }

    /// <summary>Whether servers are being replaced, or about to be.</summary>
    public bool IsUnderWay => _refresh is not null || _isPromoted;

    /// <summary>Whether the former version is being put back.</summary>
    public bool IsGoingBack { get; private set; }

    /// <summary>When time alone changes something.</summary>
    public DateTimeOffset NextDue => _failsAt < _bakedAt ? _failsAt : _bakedAt;

    /// <summary>A new version of the template is there.</summary>
    public void Deploy(VersionFault fault)
    {
        _newest = new(_newest.Number + 1, fault);
        if (_declared.Refresh is null)
        {
            _pool.Template = _newest;
            _log($"template {_newest.Number} deployed: only new servers get it");
        }
        else if (_declared.Rollout == Rollout.Promote)
        {
            _log($"template {_newest.Number} prepared: the group launches template {_pool.Template.Number} until it is promoted");
        }
        else
        {
            if (_refresh is not null)
                _log("InstanceRefreshInProgress: the provider cancels the refresh under way, and starts another");
            _pool.Template = _newest;
            _log($"template {_newest.Number} deployed: instance refresh started");
            Begin(_newest, RollMethod.OfGroup(_declared));
        }
    }

    /// <summary>Has the newest version rolled as soon as no other roll is under way; nothing where it needs no promotion.</summary>
    public void Promote()
    {
        _isPromoted = _declared is { Rollout: Rollout.Promote, Refresh: not null };
        if (_isPromoted && _refresh is not null)
            _log($"InstanceRefreshInProgress: template {_newest.Number} waits until the refresh under way is over");
    }

    /// <summary>Replaces as many as may be replaced now, and goes back if that fails.</summary>
    public void Replace()
    {
        if (_isPromoted && _refresh is null)
        {
            _isPromoted = false;
            _log($"template {_newest.Number} promoted: instance refresh started");
            Begin(_newest, RollMethod.OfTool(_declared, _scaling.DesiredCapacity));
        }

        if (_refresh is null)
            return;

        if (!IsGoingBack && WhyItFails() is { } reason)
            GoBack(reason);
        if (!_refresh.Replace(_scaling.DesiredCapacity))
            _bakedAt = DateTimeOffset.MaxValue;
        else if (IsBaked())
            End();
    }

    private void Begin(LaunchVersion target, RollMethod method)
    {
        IsGoingBack = false;
        _heedsAlarm = _alarm is { Exists: true, IsRinging: false };
        if (_alarm.IsRinging)
            _log("the alarm on errors rings already, and so can't end this roll");
        _failsAt = _time.GetUtcNow() + RollMethod.Longest;
        Refresh(target, method);
    }

    // Neither alarms, which may ring still for what the bad version did, nor a time limit.
    private void GoBack(string reason)
    {
        IsGoingBack = true;
        _failsAt = DateTimeOffset.MaxValue;
        _log($"instance refresh failed: {reason}; going back to template {_proven.Number}");
        _pool.Template = _proven;
        Refresh(_proven, RollMethod.OfTool(_declared, _scaling.DesiredCapacity));
    }

    private void Refresh(LaunchVersion target, RollMethod method)
    {
        _bakedAt = DateTimeOffset.MaxValue;
        _scaling.IsHeld = method.LaunchesFirst;
        _refresh = new(_declared, _pool, target, method);
        _refresh.TakeOver(_scaling.DesiredCapacity);
    }

    private string? WhyItFails() =>
        _heedsAlarm && _alarm.IsRinging ? "the alarm on errors rings"
        : _failsAt <= _time.GetUtcNow() ? $"it is not over after {RollMethod.Longest.TotalMinutes} min"
        : null;

    // Only a promoted roll bakes: as long as the alarm takes to ring for what the last server does.
    private bool IsBaked()
    {
        if (_bakedAt == DateTimeOffset.MaxValue)
        {
            var bakes = _declared.Rollout == Rollout.Promote && _heedsAlarm && !IsGoingBack;
            _bakedAt = _time.GetUtcNow() + (bakes ? AlarmThresholds.ErrorsRingWithin : TimeSpan.Zero);
        }

        return _bakedAt <= _time.GetUtcNow();
    }

    private void End()
    {
        _pool.Template = _proven = _refresh!.Target;
        _log(IsGoingBack ? $"every server runs template {_proven.Number} again" : "instance refresh finished");
        (_refresh, IsGoingBack, _scaling.IsHeld) = (null, false, false);
        _failsAt = _bakedAt = DateTimeOffset.MaxValue;
        if (_isPromoted)
            Replace();
    }
}
