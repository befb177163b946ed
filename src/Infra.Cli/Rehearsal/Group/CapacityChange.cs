namespace Infra.Cli.Rehearsal.Group;

/// <summary>What scaling policies ask for.</summary>
/// <param name="Desired">The desired capacity that they want; the group's limits still apply.</param>
/// <param name="Reason">Why, e.g. <c>CPU 100 % over 50 % for 3 min</c>.</param>
internal sealed record CapacityChange(int Desired, string Reason);
