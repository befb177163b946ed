using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>How long an accelerated clock stands still from now on.</summary>
internal sealed class Standstill(AcceleratedClock clock)
{
    // The machine's time is taken between the clock's, so that a busy machine does not look like a clock that stands still.
    private readonly long _clockStart = clock.GetTimestamp();
    private readonly long _machineStart = TimeProvider.System.GetTimestamp();

    /// <summary>Up to now, in this machine's time.</summary>
    public TimeSpan Length
    {
        get
        {
            var here = TimeProvider.System.GetElapsedTime(_machineStart);
            return here - (clock.GetElapsedTime(_clockStart) / clock.Speed);
        }
    }
}
