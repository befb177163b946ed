using Infra.Cli.Tests.Changes;

namespace Infra.Cli.Tests.Properties;

/// <summary>What must hold between two plans.</summary>
internal sealed class PlanPropertyTests
{
    [Test]
    public void Plan_MadeTwice_IsTheSameToTheByte() => Property.Holds(StackCases.All, count: 100, stack =>
        PlannedResources.JsonOf(stack) == PlannedResources.JsonOf(stack) ? null : "the plan differs from one time to the next");

    [Test]
    public void Plan_AfterAZoneIsAddedOrASizeChanges_RenamesMovesAndReplacesNothing() =>
        Property.Holds(PlanChange.All, count: 200, FaultOf);

    private static string? FaultOf(PlanChange change)
    {
        var (before, after) = (PlannedResources.Of(change.Before), PlannedResources.Of(change.After));
        var gone = before.Urns.Except(after.Urns).Select(urn => $"is gone: {urn}");
        var added = change.AddsAZone ? [] : after.Urns.Except(before.Urns).Select(urn => $"is new: {urn}");
        var replaced =
            from urn in before.Urns.Intersect(after.Urns)
            from difference in before.Differences(after, urn)
            where !UpdatedInPlace.Contains(difference.Type, difference.Input)
            select $"is replaced for another {difference.Input}: {urn}";

        var faults = gone.Concat(added).Concat(replaced).ToList();
        return faults.Count == 0 ? null : string.Join('\n', faults);
    }
}
