namespace Infra.Cli.Rehearsal.Simulation;

/// <summary>Adds up what a server does in a minute.</summary>
internal sealed class SimulatedMinute
{
    private double _seconds;
    private double _cpuSeconds;
    private double _requests;

    /// <summary>Counts a span in which nothing changed.</summary>
    public void Add(TimeSpan span, double cpu, double requestsPerSecond)
    {
        _seconds += span.TotalSeconds;
        _cpuSeconds += span.TotalSeconds * cpu;
        _requests += span.TotalSeconds * requestsPerSecond;
    }

    /// <summary>The average processor load in percent, and the requests; then starts anew.</summary>
    public (double Cpu, double Requests) Take()
    {
        var taken = (_seconds > 0 ? _cpuSeconds / _seconds : 0, _requests);
        _seconds = _cpuSeconds = _requests = 0;
        return taken;
    }
}
