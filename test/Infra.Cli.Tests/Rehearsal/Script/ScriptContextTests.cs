using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>How the steps of a drill wait, and what is recorded meanwhile.</summary>
internal sealed class ScriptContextTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    // Half as long again as promised, and on a machine that delays what is emulated its delay.
    [TestCase(true, ExpectedResult = 165)]
    [TestCase(false, ExpectedResult = 150)]
    public async Task<double> Wait_ForALimit_LeavesAnEmulatedStackItsDelay(bool isEmulated)
    {
        var stack = new PlayedStack("1-");

        await (await ContextOf(stack, isEmulated)).UntilAsync(view => view.Healthy > 0, Limit, CancellationToken.None);

        return stack.Waits.Single().AtMost.TotalSeconds;
    }

    [TestCase(149, ExpectedResult = "1 s")]
    [TestCase(150, ExpectedResult = "")]
    [TestCase(151, ExpectedResult = "")]
    public async Task<string> Wait_ThatBeganEarlier_LastsForWhatIsLeft(int secondsAgo)
    {
        var stack = new PlayedStack("1-");
        var context = await ContextOf(stack);
        var since = stack.View.Time.AddSeconds(-secondsAgo);

        await context.UntilAsync(view => view.Healthy > 0, Limit, CancellationToken.None, since);

        return string.Join(", ", stack.Waits.Select(wait => $"{wait.AtMost.TotalSeconds} s"));
    }

    [Test]
    public async Task Event_WithoutAnyWait_CountsTheRequestsToItsEnd()
    {
        var stack = new PlayedStack("1+");
        var context = await ContextOf(stack);

        var drilled = await context.DuringAsync("a nap", () => stack.PassAsync(Limit, CancellationToken.None));

        Assert.That((drilled.Took, drilled.Loss.Requests.Sent), Is.EqualTo((Limit, 100)));
    }

    private static async Task<ScriptContext> ContextOf(PlayedStack stack, bool isEmulated = false) => new(
        await Declarations.Of("dev"), ServerModel.Default, stack, isEmulated ? FakeInstruments.Of(stack).Instruments : null);
}
