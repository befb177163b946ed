using System.Text.RegularExpressions;
using Infra.Cli.Diff;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Cli.Tests.Plan.Reading.Live;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diff;

/// <summary>
/// What the preview workflow compares: the engine's plan for a change with the state of what runs. It is the difference of both stacks as
/// they are recorded, and nothing more.
/// </summary>
internal sealed partial class DeployedDiffTests
{
    private static readonly Dictionary<string, Func<LiveStack, LiveStack>> Forms = new()
    {
        ["inputs of the program"] = stack => stack,
        ["inputs as read"] = stack => stack.WithInputsOfAll(),
    };

    private static IEnumerable<TestCaseData> Cases =>
        from given in PlanVariants.Cases
        from form in Forms.Keys
        select new TestCaseData([.. given.Arguments, form]) { TestName = $"{given.TestName}({form})" };

    [TestCaseSource(nameof(Cases))]
    [Category("Slow")]
    public void Preview_AgainstWhatRuns_ShowsWhatTheChangeChanges(string stack, string setting, string form)
    {
        var recorded = PlanVariants.Of(stack, "").Single();
        var running = new EngineFiles(Forms[form](LiveStack.Of(recorded)).Graph);
        var state = EverythingSaid.Read(running.Export(), Path.GetTempPath());
        foreach (var changed in PlanVariants.Of(stack, setting))
        {
            var expected = Compared(recorded, changed);
            var changes = expected.Graph.Nodes.ToDictionary(node => node.Node.Urn, node => node.Change);
            var found = Compared(state, EverythingSaid.Read(new EngineFiles(changed).PreviewOver(running, changes), Path.GetTempPath()));

            using (Assert.EnterMultipleScope())
            {
                // In which of the provider's forms a value was is not said again here.
                Assert.That(Inputs(found.Graph), Is.EquivalentTo(Inputs(expected.Graph)));
                if (form == "inputs of the program")
                    Assert.That(Values(found.Graph), Is.EquivalentTo(Values(expected.Graph)));
                Assert.That(Effects(found), Is.EqualTo(Effects(expected)));
                Assert.That(NewlyFailing(found), Is.SubsetOf(NewlyFailing(expected)));
            }
        }
    }

    [Test]
    public void WhatSomebodyAddedByHand_IsNotSaidToGo()
    {
        var recorded = PlanVariants.Of("prod", "").Single();
        var running = LiveStack.Of(recorded)
            .Append("fleet-identity-role", "managedPolicyArns", "arn:aws:iam::aws:policy/AdministratorAccess");
        var state = EverythingSaid.Read(new EngineFiles(running.Graph).Export());

        Assert.That(state.Nodes.Where(node => node.IsAddedByHand), Is.Not.Empty);
        Assert.That(Compared(state, recorded).Graph.Of(Change.Deleted), Is.Empty);
    }

    // The stack file at hand is that of the change, not of what runs.
    [Test]
    public async Task State_BeforeAChange_IsNotJudgedByTheChangesSettings()
    {
        var recorded = PlanVariants.Of("dev", "instanceType")[0];
        using var folder = new TemporaryProject();
        var state = Path.Combine(folder.Root, "state.json");
        await File.WriteAllTextAsync(state, new EngineFiles(LiveStack.Of(recorded).Graph).Export());

        var run = await Invocation.Of(Reference.Root, "diff", "dev", "--against", state, "--format", "json");

        Assert.That(run.Error, Does.Contain("its configuration is not known"));
        Assert.That(run.Out, Does.Contain("fleet-launch-template").And.Not.Contain("settings-server"));
    }

    private static StackDiff Compared(ResourceGraph before, ResourceGraph after) => StackDiff.Of(
        "the other",
        GraphDiff.Between(before, after),
        DiffFacts.Of(before, Reference.Root, isCheckout: false),
        DiffFacts.Of(after, Reference.Root, isCheckout: false));

    private static HashSet<string> Inputs(GraphDiff diff) =>
    [
        .. from node in diff.Nodes
           from input in node.Properties.Select(property => property.Input).Append("")
           select $"{node.Change} {node.Node.Name} {input}",
    ];

    // Where in a list it is depends on the list's order.
    private static HashSet<string> Values(GraphDiff diff) =>
    [
        .. from node in diff.Nodes
           from property in node.Properties
           let path = Index().Replace(property.Path, "[]")
           select $"{node.Node.Name} {path}: {property.Before} => {property.After}{property.Follows}{string.Concat(property.Lines)}",
    ];

    private static string Effects(StackDiff diff) => string.Join('\n',
    [
        $"{diff.Effect.Roll} within {diff.Effect.RollsWithin}",
        .. diff.Effect.Breaks.Select(interrupted => $"{interrupted}"),
        $"{diff.CostBefore} => {diff.CostAfter}",
        .. diff.Times.Select(time => $"{time}"),
    ]);

    private static IEnumerable<string> NewlyFailing(StackDiff diff) =>
        diff.Controls.Where(control => control.NewlyFails).Select(control => control.Id);

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Index();
}
