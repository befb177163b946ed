using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Plan.Reading.Live;

/// <summary>What nobody touched passes, however the provider writes it down.</summary>
public sealed class LiveStackTests
{
    private static readonly Dictionary<string, Func<LiveStack, LiveStack>> Forms = new()
    {
        ["inputs of the program"] = stack => stack,
        ["inputs as read"] = stack => stack.WithInputsOfAll(),
    };

    private static IEnumerable<TestCaseData> Cases =>
        from stack in PlanVariants.Stacks
        from form in Forms.Keys
        select new TestCaseData(stack, form) { TestName = $"{{m}}({stack}, {form})" };

    private static IEnumerable<TestCaseData> Settings =>
        PlanVariants.Cases.Select(given => new TestCaseData(given.Arguments) { TestName = given.TestName });

    [TestCaseSource(nameof(Cases))]
    public void State_ThatNobodyTouched_IsJudgedAsTheStack(string stack, string form)
    {
        var recorded = PlanVariants.Of(stack, "").Single();
        var read = EverythingSaid.Read(new EngineFiles(Forms[form](LiveStack.Of(recorded)).Graph).Export());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.HandChanges.SelectMany(change => change.Inputs.Select(input => $"{change.Name} {input}")), Is.Empty);
            Assert.That(read.Nodes.Where(node => node.IsAddedByHand).Select(node => node.Name), Is.Empty);
            Assert.That(Outcomes(read).Except(Outcomes(recorded)), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Settings))]
    public void Variant_ThatNobodyTouched_HasNoChange(string stack, string setting)
    {
        foreach (var recorded in PlanVariants.Of(stack, setting))
        {
            var read = EverythingSaid.Read(new EngineFiles(LiveStack.Of(recorded).Graph).Export(), Path.GetTempPath());

            Assert.That(read.HandChanges.SelectMany(change => change.Inputs.Select(input => $"{change.Name} {input}")), Is.Empty);
            Assert.That(read.Nodes.Where(node => node.IsAddedByHand).Select(node => node.Name), Is.Empty);
        }
    }

    private static IEnumerable<string> Outcomes(ResourceGraph graph) =>
        from result in CheckReport.Of(graph, WaiverFile.OfTheDesign()).Results
        from finding in result.Findings
        select $"{result.Control.Id}: {finding.Resource.Name} {finding.Outcome}";
}
