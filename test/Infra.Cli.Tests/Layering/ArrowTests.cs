namespace Infra.Cli.Tests.Layering;

/// <summary>Which folder may name what of which other one.</summary>
public sealed class ArrowTests
{
    private static readonly string[] LiveCommands = ["Infra.Cli.Live.Verify", "Infra.Cli.Live.Roll", "Infra.Cli.Live.Drill"];

    // What can be run alone is read alone: what two of them need goes beneath both, to Shell, Plan or Live.
    private static readonly string[] Commands =
    [
        "Infra.Cli.Preview", "Infra.Cli.Checks", "Infra.Cli.Cost", "Infra.Cli.Diagram", "Infra.Cli.Diff", "Infra.Cli.Rehearsal",
        "Infra.Cli.Roles", "Infra.Cli.Stacks", "Infra.Cli.Init", "Infra.Cli.Documents", .. LiveCommands,
    ];

    private static IReadOnlyList<Arrow> Arrows => SourceTree.Product.Arrows;

    [Test]
    public void Command_ToAnotherCommand_HasNoArrow() =>
        Assert.That(Arrows.Where(arrow => Commands.Any(from => Commands.Any(to => from != to && arrow.Leads(from, to)))), Is.Empty);

    [Test]
    public void Live_ToTheRehearsal_HasNoArrow() =>
        Assert.That(Arrows.Where(arrow => arrow.Leads("Infra.Cli.Live", "Infra.Cli.Rehearsal")), Is.Empty);

    // What verify, roll and drill share knows none of them.
    [Test]
    public void SharedPartOfLive_ToACommand_HasNoArrow() =>
        Assert.That(
            Arrows.Where(arrow => LiveCommands.Any(command => arrow.Leads("Infra.Cli.Live", command))
                && !LiveCommands.Any(command => arrow.Leads(command, "Infra.Cli"))),
            Is.Empty);

    [Test]
    public void Plan_Upwards_HasNoArrow() =>
        Assert.That(Arrows.Where(arrow => IsOfTheTool("Infra.Cli.Plan", arrow) && arrow.Folders.To != "Infra.Cli.Shell"), Is.Empty);

    [Test]
    public void Shell_Upwards_HasNoArrow() => Assert.That(Arrows.Where(arrow => IsOfTheTool("Infra.Cli.Shell", arrow)), Is.Empty);

    [Test]
    public void Folders_OfAProject_MakeNoCycle()
    {
        var next = Arrows.Where(arrow => arrow.StaysInItsProject).Select(arrow => arrow.Folders).Where(pair => pair.From != pair.To)
            .Distinct().ToLookup(pair => pair.From, pair => pair.To);

        var inCycles =
            from folder in next
            from to in folder
            where Reaches(next, to, folder.Key)
            select (folder.Key, to);

        Assert.That(inCycles, Is.Empty);
    }

    private static bool IsOfTheTool(string from, Arrow arrow) => arrow.Leads(from, "Infra.Cli") && arrow.Folders.To != from;

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var folder))
        {
            if (seen.Add(folder))
            {
                foreach (var other in next[folder])
                    open.Push(other);
            }
        }

        return seen.Contains(to);
    }
}
