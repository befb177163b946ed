using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Timeline;

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>
/// A declared stack that runs, emulated or simulated, and what can be done to it. All times are AWS's. Members may be called from any
/// thread.
/// </summary>
internal interface IRunningStack
{
    /// <summary>How it stands now.</summary>
    StackView View { get; }

    /// <summary>Everything that has happened, in order.</summary>
    IReadOnlyList<StackEvent> Events { get; }

    /// <summary>The most servers, pending or in service, that there have been at any moment.</summary>
    int HighestCapacity { get; }

    /// <summary>The most machines that ran at once at any moment, those of servers that leave among them.</summary>
    int MostRunning { get; }

    /// <summary>What has become of the requests of the rehearsal's own load.</summary>
    LoadCounts Requests { get; }

    /// <summary>How it has stood so far.</summary>
    TimelineRecorder Recorder { get; }

    /// <summary>Writes a line to the log.</summary>
    void Note(string text);

    /// <summary>Makes a server refuse connections from now on.</summary>
    void Break(string serverId);

    /// <summary>Makes a server take requests and never answer.</summary>
    void Hang(string serverId);

    /// <summary>Sets the load that comes to the load balancer, in requests a second; 0 is none.</summary>
    void SetLoad(double requestsPerSecond);

    /// <summary>
    /// Deploys another version of the launch template and rolls it, as <c>pulumi up</c> and <c>infra roll</c> do; without an instance
    /// refresh only new servers get it.
    /// </summary>
    /// <param name="fault">What is wrong with that version.</param>
    void Roll(VersionFault fault = VersionFault.None);

    /// <summary>Takes a zone away with all servers in it; none can be launched there until it is back.</summary>
    void LoseZone(string zone);

    /// <summary>Gives it back.</summary>
    void RestoreZone(string zone);

    /// <summary>Waits until the stack stands as asked; false when that takes longer than it may.</summary>
    Task<bool> UntilAsync(Predicate<StackView> condition, TimeSpan atMost, CancellationToken cancellation);

    /// <summary>Lets time pass.</summary>
    Task PassAsync(TimeSpan time, CancellationToken cancellation);
}
