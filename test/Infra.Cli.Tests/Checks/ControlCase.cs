using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>One change of a recorded stack, and the control that must notice it.</summary>
/// <param name="ControlId">The control.</param>
/// <param name="What">What the change is, for the test's name.</param>
/// <param name="Edit">Makes it.</param>
internal sealed record ControlCase(string ControlId, string What, Func<ResourceGraph, ResourceGraph> Edit)
{
    /// <summary>The stack to change; prod unless it says otherwise.</summary>
    public Func<Task<ResourceGraph>> Stack { get; init; } = RecordedStacks.Prod;

    /// <summary>Other controls that see the same change from their side.</summary>
    public string[] Also { get; init; } = [];

    /// <summary>For NUnit, with a name that <c>--filter</c> can take.</summary>
    public TestCaseData ForTest() => new TestCaseData(this).SetArgDisplayNames(ControlId, What);
}
