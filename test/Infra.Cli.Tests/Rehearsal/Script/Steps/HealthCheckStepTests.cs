using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Script.Steps;

namespace Infra.Cli.Tests.Rehearsal.Script.Steps;

/// <summary>How far the checks of a server may be from ten in ten intervals: one, and as many as fit into the machine's delay.</summary>
internal sealed class HealthCheckStepTests
{
    [TestCase(0, 8, Outcome.Fail)]
    [TestCase(0, 9, Outcome.Pass)]
    [TestCase(0, 11, Outcome.Pass)]
    [TestCase(0, 12, Outcome.Fail)]
    [TestCase(10, 7, Outcome.Fail)]
    [TestCase(10, 8, Outcome.Pass)]
    [TestCase(10, 12, Outcome.Pass)]
    [TestCase(10, 13, Outcome.Fail)]
    public async Task Checks_OfAServer_AreCountedFromTheStepsBeginning(int slackSeconds, int made, Outcome expected)
    {
        var stack = new PlayedStack("1+");
        var instruments = FakeInstruments.Of(stack).Instruments with
        {
            Targets = new Counted(new([100, 100 + made])),
            Slack = TimeSpan.FromSeconds(slackSeconds),
        };

        var finding = (await new HealthCheckStep().RunAsync(await Declarations.Of("dev"), stack, instruments)).Single().Finding;

        Assert.That(finding, Is.EqualTo(new Finding(expected, $"{made} checks in 1 min 40 s")));
    }

    private sealed class Counted(Queue<long> readings) : ITargetView
    {
        public Uri AddressOf(string serverId) => throw new NotSupportedException();

        public long ChecksOf(string serverId) => readings.Dequeue();
    }
}
