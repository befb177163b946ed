using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>Whatever was done by hand is found, wherever the state has it.</summary>
public sealed class HandDriftTests
{
    private static readonly Dictionary<string, Func<LiveStack, LiveStack>> Places = new()
    {
        ["outputs only"] = stack => stack,
        ["inputs and outputs"] = stack => stack.WithInputsOfChanges(),
    };

    private static IEnumerable<TestCaseData> Cases =>
        from drift in HandDrifts.All
        from place in Places.Keys
        select new TestCaseData(drift, place) { TestName = $"{{m}}({drift.What}, {place})" };

    [TestCaseSource(nameof(Cases))]
    public void Drift_OfEveryKind_FailsControlsThatNameIt(object testCase, string place)
    {
        var drift = (HandDrift)testCase;
        var untouched = LiveStack.Of(PlanVariants.Of(drift.Stack, "").Single());

        var failing = Failing(Read(Places[place](drift.Done(untouched))));

        Assert.That(failing, Is.SupersetOf(drift.Controls.Split(' ')));
    }

    [Test]
    public void Drifts_All_AreSaidOnce() => Assert.That(HandDrifts.All.Select(drift => drift.What), Is.Unique);

    private static ResourceGraph Read(LiveStack stack) => EverythingSaid.Read(new EngineFiles(stack.Graph).Export());

    private static IEnumerable<string> Failing(ResourceGraph graph) => CheckReport.Of(graph, WaiverFile.OfTheDesign())
        .With(ControlOutcome.Fail).Select(result => result.Control.Id);
}
