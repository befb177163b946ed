using Infra.Cli.Checks;
using Infra.Cli.Checks.Controls;

namespace Infra.Cli.Tests.Checks;

/// <summary>What is wrong for one control is noticed by no other, unless its case says so.</summary>
[Category("Wide")]
public sealed class OtherControlsTests
{
    // They look at how the parts fit together, and so see most of what a control of one part is there for.
    private static readonly ControlArea[] Wholes =
        [SettingsControls.Area, InputControls.Area, GrantControls.Area, AlarmControls.Area, DashboardControls.Area];

    private static readonly HashSet<string> Broad =
        [.. Wholes.SelectMany(area => area.Controls).Select(control => control.Id), "tags-resources"];

    private static IEnumerable<string> Ids => BreakingCases.All.Select(@case => @case.ControlId).Distinct();

    [TestCaseSource(nameof(Ids))]
    public async Task Others_OfItsBadValues_FailOnlyWhereTheCaseSays(string id)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var @case in BreakingCases.All.Where(@case => @case.ControlId == id))
            {
                var good = await @case.Stack();
                var others = Judged.Failing(@case.Edit(good)).Except(Judged.Failing(good))
                    .Where(other => other != id && !Broad.Contains(other));

                Assert.That(others, Is.EquivalentTo(@case.Also), @case.What);
            }
        }
    }
}
