using Infra.Cli.Live;
using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>What an emulated stack can be asked and a simulated one cannot.</summary>
/// <param name="Site">Its site, on this machine.</param>
/// <param name="Targets">Shows the servers.</param>
/// <param name="Load">Counts the requests.</param>
/// <param name="Slack">
/// How much longer than promised anything may take, in AWS's time: this machine's delays, as many times as its clock is fast.
/// </param>
/// <param name="Content">The site that servers take while they run; none where they do not.</param>
/// <param name="MachineLate">By how much this machine has been late so far, in all, in its own time.</param>
internal sealed record Instruments(
    LiveSite Site, ITargetView Targets, ILoadMeter Load, TimeSpan Slack, IContentUploads? Content, Func<TimeSpan> MachineLate);
