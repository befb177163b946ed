using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Drill;

/// <summary>What a drill is to do, as the user said.</summary>
internal sealed record DrillPlan
{
    /// <summary>More than one machine should send at a site that others use, and enough for what a small server tracks.</summary>
    public const int HighestRate = 2000;

    /// <summary>Longer than any promise of a stack, and short enough to be forgotten about.</summary>
    public const int MostMinutes = 30;

    /// <summary>Requests a second while nothing but the servers' health is asked for: enough to see whether any fails.</summary>
    public const double QuietRate = 2;

    /// <summary>Whether a server is terminated, in place of being marked unhealthy.</summary>
    public bool Terminates { get; init; }

    /// <summary>The load in requests a second; none where it follows from what the group tracks.</summary>
    public int? Rate { get; init; }

    /// <summary>How long the load lasts at most, in minutes; none where it follows from what the stack promises.</summary>
    public int? Minutes { get; init; }

    /// <summary>Whether there is a load at all.</summary>
    public bool HasLoad { get; init; } = true;

    /// <summary>Whether the drill waits until the group has taken back what the load brought.</summary>
    public bool WaitsForScaleIn { get; init; } = true;

    /// <summary>How long the load may last for a stack.</summary>
    public TimeSpan LongestLoad(GroupOutputs outputs) =>
        TimeSpan.FromMinutes(Minutes ?? Math.Min(MostMinutes, Math.Ceiling(WaitingTime.For(outputs.AddServer).TotalMinutes)));
}
