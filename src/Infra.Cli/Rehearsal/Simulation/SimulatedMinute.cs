namespace Infra.Cli.Rehearsal.Simulation;

/// <summary>Adds up what a server does in a minute.</summary>
internal sealed class SimulatedMinute
{
    private double _seconds;
    private double _cpuSeconds;
    private double _requests;
    private double _errors;

    /// <summary>Counts a span in which nothing changed.</summary>
    public void Add(TimeSpan span, double cpu, double requestsPerSecond, double errorsPerSecond)
    {
        _seconds += span.TotalSeconds;
        _cpuSeconds += span.TotalSeconds * cpu;
        _requests += span.TotalSeconds * requestsPerSecond;
        _errors += span.TotalSeconds * errorsPerSecond;
    }

    /// <summary>The average processor load in percent, the requests, and those that failed; then starts anew.</summary>
    public (double Cpu, double Requests, double Errors) Take()
    {
        var taken = (_seconds > 0 ? _cpuSeconds / _seconds : 0, _requests, _errors);
        _seconds = _cpuSeconds = _requests = _errors = 0;
        return taken;
    }
}
