namespace Infra.Cli.Live.Claims;

/// <summary>Of what and of when a report is, so that it can be evidence later.</summary>
/// <param name="Command">What made it, e.g. <c>infra drill</c>.</param>
/// <param name="At">When it began.</param>
/// <param name="Project">The project; none where only a URL was named.</param>
/// <param name="Stack">The stack; none as above.</param>
/// <param name="Plan">
/// The SHA-256 of what <c>infra preview STACK --json</c> printed of the files at hand at that time; none where they could not be read.
/// </param>
/// <remarks>JSON leaves out what has no value, so what may have none has a default to be read back by.</remarks>
internal sealed record EvidenceStamp(
    string Command, DateTimeOffset At, string? Project = null, string? Stack = null, string? Plan = null);

/// <summary>Makes the stamp of a report that is about to be made.</summary>
/// <param name="command">What makes it.</param>
/// <param name="stack">The stack, as the Pulumi CLI takes it; none where only a URL is named.</param>
internal delegate Task<EvidenceStamp> Stamping(string command, string? stack);
