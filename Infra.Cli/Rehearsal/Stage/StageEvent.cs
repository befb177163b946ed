namespace Infra.Cli.Rehearsal.Stage;

/// <summary>One line of the log.</summary>
/// <param name="Time">In AWS's time.</param>
/// <param name="Source">Who says it: <c>group</c>, <c>load balancer</c>, <c>server</c> or <c>drill</c>.</param>
/// <param name="Text">One sentence without a full stop, e.g. <c>i-2 is unhealthy: 3 checks in a row failed</c>.</param>
/// <param name="Capacity">Servers pending or in service right after it.</param>
internal sealed record StageEvent(DateTimeOffset Time, string Source, string Text, int Capacity);
