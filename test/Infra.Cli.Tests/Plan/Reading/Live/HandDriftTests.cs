using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>Whatever was done by hand is found, wherever the state has it.</summary>
public sealed class HandDriftTests
{
    private const string Administrators = "arn:aws:iam::aws:policy/AdministratorAccess";

    private static readonly Dictionary<string, Func<LiveStack, LiveStack>> Places = new()
    {
        ["outputs only"] = stack => stack,
        ["inputs and outputs"] = stack => stack.WithInputsOfChanges(),
    };

    private static IEnumerable<TestCaseData> Cases =>
        from drift in HandDrifts.All
        from place in Places.Keys
        select Case(drift, place);

    [TestCaseSource(nameof(Cases))]
    public void Drift_OfEveryKind_FailsControlsThatNameIt(object testCase, string place)
    {
        var drift = (HandDrift)testCase;
        var untouched = LiveStack.Of(PlanVariants.Of(drift.Stack, "").Single());

        var failing = Failing(Read(Places[place](drift.Done(untouched))));

        Assert.That(failing, Is.SupersetOf(drift.Controls.Split(' ')));
    }

    // On the command line, with what is said of the file; the waivers are for the stack as it was made.
    [TestCase("outputs only")]
    [TestCase("inputs and outputs")]
    public async Task Check_OfADriftedState_FailsAndSaysWhatWasAdded(string place)
    {
        using var folder = new TemporaryProject();
        var stack = LiveStack.Of(PlanVariants.Of("prod", "").Single());
        var file = Path.Combine(folder.Root, "state.json");
        await File.WriteAllTextAsync(file, new EngineFiles(stack.Graph).Export());
        var untouched = await Invocation.Of(Reference.Root, "check", "--from", file, "--strict");
        var drifted = stack.Show("fleet-group", "maxSize", 4d).Append("fleet-identity-role", "managedPolicyArns", Administrators);
        await File.WriteAllTextAsync(file, new EngineFiles(Places[place](drifted).Graph).Export());
        var run = await Invocation.Of(Reference.Root, "check", "--from", file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(untouched.ExitCode, Is.Zero, untouched.Out + untouched.Error);
            Assert.That(untouched.Error, Does.Not.Contain("by hand").And.Not.Contain("otherwise"));
            Assert.That(run.ExitCode, Is.EqualTo(ExitCode.CheckFailed));
            Assert.That(run.Out, Does.Contain("fleet-group maxSize is 4").And.Contain(
                "fleet-identity-role has fleet-identity-role-by-hand-1, a RolePolicyAttachment that somebody added"));
            Assert.That(run.Error, Does.Contain("added by hand: 1 (RolePolicyAttachment fleet-identity-role-by-hand-1)"));
            Assert.That(run.Error.Contains("otherwise than the program made it: 1 (fleet-group maxSize)", StringComparison.Ordinal),
                Is.EqualTo(place == "outputs only"));
        }
    }

    [Test]
    public void Drifts_All_AreSaidOnce() => Assert.That(HandDrifts.All.Select(drift => drift.What), Is.Unique);

    private static ResourceGraph Read(LiveStack stack) => EverythingSaid.Read(new EngineFiles(stack.Graph).Export());

    private static IEnumerable<string> Failing(ResourceGraph graph) => CheckReport.Of(graph, WaiverFile.OfTheDesign())
        .With(ControlOutcome.Fail).Select(result => result.Control.Id);

    // All of them twice take their time.
    private static TestCaseData Case(HandDrift drift, string place)
    {
        var data = new TestCaseData(drift, place) { TestName = $"{{m}}({drift.What}, {place})" };
        return place == "outputs only" ? data : data.SetCategory("Slow");
    }
}
