using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Rehearsal;
using Infra.Cli.Tests.Rehearsal.Group;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Properties;

/// <summary>What must hold for the servers of every stack that the settings allow, through whatever happens to them.</summary>
internal sealed class GroupPropertyTests
{
    // With the longest durations a roll takes hours for each server.
    private static readonly TimeSpan Calm = TimeSpan.FromHours(24);

    [Test]
    [Requirement("R6")]
    [Requirement("R8")]
    public void Group_OfAnyStackInAnyTrouble_NeverHasMoreThanThreeServersAndReturnsToItsMinimum() =>
        Property.Holds(GroupCase.All, count: 100, one => FaultOfAsync(one).GetAwaiter().GetResult());

    private static async Task<string?> FaultOfAsync(GroupCase one)
    {
        var declared = Declarations.Of(await OfflineRun.RunAsync(one.Stack.Configuration));
        var stack = await Life.ThroughAsync(declared, Model(declared.Group), one.Troubles);
        return await Life.FaultAfterAsync(stack, declared.Group, Calm);
    }

    // A server that takes longer to boot than its budget never gets ready, in a rehearsal as on AWS.
    private static ServerModel Model(DeclaredGroup group) => ServerModel.Default with
    {
        BootTime = new[] { ServerModel.Default.BootTime, group.InstanceWarmup }.Min(),
    };
}
