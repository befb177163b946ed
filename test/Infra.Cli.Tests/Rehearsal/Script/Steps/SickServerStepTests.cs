using Infra.Cli.Rehearsal.Script.Steps;

namespace Infra.Cli.Tests.Rehearsal.Script.Steps;

internal sealed class SickServerStepTests
{
    [Test]
    public async Task Server_ThatIsNotReplaced_IsTakenAwayByHand()
    {
        var stack = new PlayedStack("1+ 1+b; 1- 1+b; 1x 1+b, 1x 1+b 1+b");

        var verdicts = await new SickServerStep("a sick server").RunAsync(await Declarations.Of("dev"), stack);

        Assert.That(verdicts[1].Finding.Seen, Does.StartWith("not within"));
        Assert.That(stack.Calls, Is.EqualTo(["break i-1", "lose zone-a", "restore zone-a"]));
        Assert.That(stack.Events.Select(told => told.Text), Is.EqualTo(["a sick server", "i-1 is taken away by hand"]));
        Assert.That(stack.Waits[^1].Took, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Server_ThatIsReplaced_IsLeftAlone()
    {
        var stack = new PlayedStack("1+ 1+b; 1+ 1+b, 1- 1+b, 1- 1+b 1+b, 1x 1+b 1+b");

        var verdicts = await new SickServerStep("a sick server").RunAsync(await Declarations.Of("dev"), stack);

        Assert.That(verdicts.Take(2).Select(verdict => verdict.Finding.Seen), Is.EqualTo(["not within 37 s", "after 3 min"]));
        Assert.That(stack.Calls, Is.EqualTo(["break i-1"]));
    }
}
