using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// The alarm on errors of the servers, where one ends rolls. Those of the load balancer itself are not modelled. It looks at five minutes
/// at a time, and what they were takes one more to arrive.
/// </summary>
internal sealed class RollAlarm(DeclaredGroup declared)
{
    private const string ServerErrors = "HTTPCode_Target_5XX_Count";
    private const int Window = 5;

    private readonly double? _threshold =
        declared.Refresh?.Alarms.FirstOrDefault(alarm => alarm.Metric == ServerErrors)?.Threshold;

    private int _minutes;
    private double _errors;
    private bool _isOver;

    /// <summary>Whether there is one.</summary>
    public bool Exists => _threshold is not null;

    public bool IsRinging { get; private set; }

    /// <summary>Takes the errors of the last minute.</summary>
    public void ReportMinute(double errors)
    {
        if (_minutes == Window)
        {
            IsRinging = _isOver;
            (_minutes, _errors) = (0, 0);
        }

        _errors += errors;
        _minutes++;
        _isOver = _errors > _threshold;
    }
}
