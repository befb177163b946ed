using Infra.Cli.Live.Load;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>A part of a drill, and how the stack stood it.</summary>
/// <param name="Name">What happened, e.g. <c>a sick server</c>.</param>
/// <param name="Took">How long it took, in AWS's time.</param>
/// <param name="HealthyBefore">The servers that passed their checks at its start.</param>
/// <param name="FewestHealthy">The fewest servers that passed their checks at any moment of it.</param>
/// <param name="HighestCapacity">The most servers, pending or in service, up to its end.</param>
/// <param name="MostRunning">The most machines that ran at once, those of servers that leave among them, up to its end.</param>
/// <param name="Loss">The requests meanwhile, and those that failed.</param>
internal sealed record ScriptEvent(
    string Name, TimeSpan Took, int HealthyBefore, int FewestHealthy, int HighestCapacity, int MostRunning, Loss Loss);
