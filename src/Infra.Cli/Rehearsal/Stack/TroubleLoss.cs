using Infra.Cli.Live.Load;

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>What was lost in one kind of trouble.</summary>
/// <param name="Trouble">Which.</param>
/// <param name="Loss">The requests in all of its times.</param>
/// <param name="Longest">How long requests failed in one of its times, at the longest.</param>
internal sealed record TroubleLoss(StackTrouble Trouble, LoadCounts Loss, TimeSpan Longest);
