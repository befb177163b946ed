namespace Infra.Cli.Rehearsal.Timeline;

/// <summary>Something that happened.</summary>
/// <param name="At">When, in AWS's time since the rehearsal began.</param>
/// <param name="Text">What, e.g. <c>a sick server: i-1 refuses connections</c>.</param>
internal sealed record TimelineMark(TimeSpan At, string Text);
