using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>AWS's times for Kestrel, YARP and sockets, which know no other clock than this machine's.</summary>
internal static class MachineTime
{
    // An accelerated clock does not make the machine faster: under a second, a busy machine looks like a broken server.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>How long a timeout takes on this machine: as long as the clock makes it, and a second at least.</summary>
    public static TimeSpan Of(TimeSpan timeout, TimeProvider time)
    {
        var here = time is AcceleratedClock clock ? clock.OnThisMachine(timeout) : timeout;
        return here > Least ? here : Least;
    }

    /// <summary>How much longer that is than the clock makes it.</summary>
    public static TimeSpan Beyond(TimeSpan timeout, AcceleratedClock clock) => Of(timeout, clock) - clock.OnThisMachine(timeout);
}
