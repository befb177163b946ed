namespace Infra.Cli.Live.Claims;

/// <summary>How long something may take, and how long it took.</summary>
/// <param name="Promised">How long the stack says at most.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Timing(TimeSpan Promised, TimeSpan Took);
