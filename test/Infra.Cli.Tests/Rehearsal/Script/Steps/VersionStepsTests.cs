using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Script.Steps;

namespace Infra.Cli.Tests.Rehearsal.Script.Steps;

/// <summary>When a drill takes a version for rolled, and when for put back. How a play is written: <see cref="PlayedStack"/>.</summary>
internal sealed class VersionStepsTests
{
    [TestCase("1+ 1+; 1+ 2p rolling, 2+ 2+ rolling", ExpectedResult = "after 1 min", Description = "every server is new")]
    [TestCase("1+ 1+; 1+ 2+, 2+ 2-, 2+ 2+", ExpectedResult = "after 2 min", Description = "and as many are healthy")]
    [TestCase("1+ 1+; 1x 2+ 2+", ExpectedResult = "after 0 s", Description = "one that leaves may be old")]
    [TestCase("1x 2+ 2+; 2+ 3+, 3+ 3+", ExpectedResult = "after 1 min", Description = "new is newer than the newest before")]
    public async Task<string> Roll_OfAPlay_IsSeenAfter(string play) => (await RunAsync(new RollStep("a roll"), play))[0].Finding.Seen;

    [TestCase("1+ 1+; 1+ 1+ rolling, 1+ 1+", ExpectedResult = "after 1 min", Description = "before it began it is not over")]
    [TestCase("1+ 1+; 1+ 2p rolling, 1+ 1+ 2p, 1+ 1+", ExpectedResult = "after 2 min", Description = "none is left of it")]
    [TestCase("1+ 1+; 1+ 1-, 1+ 1+ 2x", ExpectedResult = "after 1 min", Description = "one of it may be leaving")]
    [TestCase("1+ 1+; 1+ 1-, 1+ 1- want=1", ExpectedResult = "after 1 min", Description = "only those that are wanted must be healthy")]
    [TestCase("1x 2+ 2+; 2+ 3p rolling, 2+ 2+", ExpectedResult = "after 1 min", Description = "the newest before was the good one")]
    public async Task<string> BrokenVersion_OfAPlay_IsBackAfter(string play) =>
        (await RunAsync(new BrokenVersionStep(), play))[1].Finding.Seen;

    [TestCase("1+ 1+; 1+ 2+, 1+ 2+ back rolling, 1+ 1+", ExpectedResult = "after 1 min", Description = "when it is over")]
    [TestCase("1+ 1+; 1+ 2+ back, 1+ 1+ rolling, 1+ 1+", ExpectedResult = "after 2 min", Description = "not before")]
    [TestCase("1+ 1+; 1+ 2+ back, 1+ 1+ 2x", ExpectedResult = "after 1 min", Description = "one of it may be leaving")]
    [TestCase("1+ 1+; 1+ 2+ back, 1+ 1-, 1+ 1+", ExpectedResult = "after 2 min", Description = "as many are healthy")]
    [TestCase("1+ 1+; 1+ 2+ back, 1+ 1- want=1", ExpectedResult = "after 1 min", Description = "as are wanted")]
    [TestCase("1x 2+ 2+; 2+ 3+ back, 2+ 2+", ExpectedResult = "after 1 min", Description = "the newest before was the good one")]
    public async Task<string> FailingVersion_OfAPlay_IsBackAfter(string play) =>
        (await RunAsync(new FailingVersionStep(), play))[1].Finding.Seen;

    // The third act is what a good version does, rolled where the former did not come back: newer than all, and the roll is over.
    [TestCase(VersionFault.NeverHealthy)]
    [TestCase(VersionFault.Errors)]
    public async Task Version_ThatStays_IsRepairedByAGoodOne(VersionFault fault)
    {
        var declared = await Declarations.Of("dev");
        var stack = new PlayedStack("1+ 1+; 1+ 2+ back; 2+ 2+, 2+ 3+, 3+ 3+ rolling, 3+ 3+");
        IScriptStep step = fault == VersionFault.Errors ? new FailingVersionStep() : new BrokenVersionStep();

        var verdicts = await step.RunAsync(declared, stack);

        // Half as long again as a roll of both may take.
        var patience = (RollMethod.Longest + (declared.Group.Refresh!.InstanceWarmup * 2)) * 1.5;
        Assert.That(verdicts[1].Finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(stack.Calls, Is.EqualTo([$"roll {fault}", "roll None"]));
        Assert.That(stack.Waits[^1], Is.EqualTo((patience, TimeSpan.FromMinutes(3))));
    }

    [TestCase("1+ 1+ 1+; 1+ 1+ 2p rolling, 1+ 1+ 1+", ExpectedResult = "Pass, it reached 1 of 3 at a time")]
    [TestCase("1+ 1+ 1+; 1+ 2p 2- rolling, 1+ 1+ 1+", ExpectedResult = "Fail, it reached 2 of 3 at a time")]
    [TestCase("1+ 1+ 1+; 1+ 2x 2- rolling, 1+ 1+ 1+", ExpectedResult = "Pass, it reached 1 of 3 at a time")]
    public async Task<string> BrokenVersion_OfAPlay_StopsAtTheFirst(string play)
    {
        var finding = (await RunAsync(new BrokenVersionStep(), play))[0].Finding;
        return $"{finding.Outcome}, {finding.Seen}";
    }

    private static async Task<IReadOnlyList<Verdict>> RunAsync(IScriptStep step, string play) =>
        await step.RunAsync(await Declarations.Of("dev"), new PlayedStack(play));
}
