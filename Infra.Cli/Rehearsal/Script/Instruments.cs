using Infra.Cli.Live.Load;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>What a live drill can measure and a fast one cannot.</summary>
/// <param name="Front">Asks the listeners.</param>
/// <param name="Targets">Shows the servers.</param>
/// <param name="Load">Counts the requests.</param>
/// <param name="Slack">How much longer than promised anything may take, in AWS's time: this machine's delays, as many times as its clock is fast.</param>
internal sealed record Instruments(IFrontProbe Front, ITargetView Targets, ILoadMeter Load, TimeSpan Slack);
