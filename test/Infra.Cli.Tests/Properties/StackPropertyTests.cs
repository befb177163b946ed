namespace Infra.Cli.Tests.Properties;

/// <summary>What must hold for every stack that the settings allow.</summary>
internal sealed class StackPropertyTests
{
    [Test]
    public void Invariants_OfAnyStack_Hold() => Property.Holds(StackCases.All, count: 500, AllInvariants.FaultOf);
}
