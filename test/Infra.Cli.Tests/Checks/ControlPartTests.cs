using Infra.Cli.Checks;

namespace Infra.Cli.Tests.Checks;

/// <summary>A control that expects several things has a bad value for each of them, which no other of them notices.</summary>
public sealed class ControlPartTests
{
    private static IEnumerable<string> Ids =>
        ControlCatalogue.All.Where(control => ControlPart.Of(control).Count > 1).Select(control => control.Id);

    [Test]
    public void Parts_OfControls_AreFound() => Assert.That(Ids.Count(), Is.GreaterThan(30));

    [TestCaseSource(nameof(Ids))]
    public async Task Parts_OfAControl_AreEachBrokenAlone(string id)
    {
        var control = ControlCatalogue.All.Single(control => control.Id == id);
        var parts = ControlPart.Of(control);
        var missing = parts.Select(part => part.Name).ToHashSet();
        // One without a case fails for the stacks as they are, which is accepted there, and in every case.
        var hasCase = BreakingCases.All.Any(@case => @case.ControlId == id);
        var stacks = BreakingCases.All.Where(@case => !hasCase || @case.ControlId == id || @case.Also.Contains(id))
            .Select(async @case => @case.Edit(await @case.Stack())).Append(RecordedStacks.Prod());
        foreach (var stack in stacks)
        {
            var broken = await stack;
            foreach (var node in control.On.In(broken))
            {
                if (parts.Where(part => part.Reports(node, broken)).ToList() is [var alone])
                    missing.Remove(alone.Name);
            }
        }

        Assert.That(missing, Is.Empty, "add a case to BreakingCases for each");
    }
}
