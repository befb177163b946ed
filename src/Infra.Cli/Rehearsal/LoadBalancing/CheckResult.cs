namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>What became of a health check.</summary>
/// <param name="Fault">What is wrong with the server; none if it passed.</param>
/// <param name="Late">How much longer than its timeout the answer took on this machine, for which AWS's clock waited.</param>
/// <param name="TimedOut">Whether there was no answer at all.</param>
internal readonly record struct CheckResult(string? Fault, TimeSpan Late, bool TimedOut);
