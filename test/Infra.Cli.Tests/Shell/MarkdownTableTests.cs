using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Cost;
using Infra.Cli.Diff;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Reports;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Rehearsal;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Shell;

/// <summary>A text in a table of Markdown stays in its cell, whatever it is and wherever it comes from.</summary>
internal sealed class MarkdownTableTests
{
    [TestCase("a | b")]
    [TestCase("|")]
    [TestCase("||a||")]
    [TestCase("a |---| b")]
    public void Cell_WithBars_IsOneCell(string text)
    {
        var table = MarkdownText.Table(["Head", text], [text, "b"], ["a", MarkdownText.Code(text)]);

        Assert.That(Cells(table), Is.EqualTo(new[] { new[] { "Head", text }, [text, "b"], ["a", MarkdownText.Code(text)] }));
    }

    [Test]
    public void Cell_WithALineEnd_StaysInItsRow() =>
        Assert.That(MarkdownText.Table(["a", "b"], ["c\n| d", "e\r\nf"]).Split('\n'), Has.Length.EqualTo(3));

    [Test]
    public void Waiver_OfAnyText_HasFourCells()
    {
        var waiver = new Waiver
        {
            ControlId = "a|b",
            Resources = ["c|d", "e|f"],
            Stacks = WaivedStacks.Named("g|h", "i|j"),
            Reason = "k | l",
            File = "waivers.yaml",
            Line = 1,
        };

        Assert.That(Cells(CheckFragments.Accepted([waiver]))[1], Is.EqualTo(new[] { "`a|b`", "`c|d`, `e|f`", "g|h, i|j", "k | l" }));
    }

    [Test]
    public async Task Stack_OfAnyName_HasACellOfItsOwn()
    {
        var (stack, other) = (Named(await Graphs.Of("dev"), "a|b", "c|d"), Named(await Graphs.Of("prod"), "||", "eu-west-1"));

        Assert.That(FirstCells(CheckFragments.Counts([stack, other], [])), Is.EqualTo(new[] { "a|b", "||" }));
        Assert.That(FirstCells(RehearsalFragments.ExpectedTimes([stack, other])), Is.EqualTo(new[] { "a|b", "||" }));
        Assert.That(FirstCells(CostFragment.Of([stack, other])), Is.EqualTo(new[] { "a|b, in c|d", "||, in eu-west-1" }));
    }

    [TestCase(null, "a | b")]
    [TestCase("a | b", null)]
    [TestCase("a|b", "|")]
    [TestCase("` | `` |", "a ` | b")]
    public void Setting_OfADifference_HasThreeCells(string? before, string? after)
    {
        var diff = DiffMarkdown.Of(StackDiff.Of(
            "main", GraphDiff.Between(Plan(before), Plan(after)), new(new(1, 1, 1m, 1m), []), new(new(1, 1, 1m, 1m), [])));

        Assert.That(Cells(diff), Is.EqualTo(new[]
        {
            new[] { "Setting", "Before", "After" }, ["`x|y`", Shown(before), Shown(after)],
        }));

        static string Shown(string? value) => value is null ? "not set" : MarkdownText.Code(value);
    }

    private static string[] FirstCells(string markdown) => [.. Cells(markdown).Skip(1).Select(row => row[0])];

    // As GitHub divides a row, which looks for bars first, also in what is code: https://github.github.com/gfm/#example-200.
    private static string[][] Cells(string markdown)
    {
        string[][] rows =
        [
            .. from line in markdown.Split('\n')
               where line.StartsWith('|')
               select Regex.Split(line, @"(?<!\\)\|")[1..^1].Select(cell => cell.Trim().Replace("\\|", "|")).ToArray(),
        ];
        Assert.That(rows.Select(row => row.Length), Has.All.EqualTo(rows[0].Length));
        Assert.That(rows[1], Has.All.EqualTo("---"));
        return [rows[0], .. rows[2..]];
    }

    private static ResourceGraph Named(ResourceGraph graph, string name, string region) =>
        new(graph.ProjectName, name, region, graph.Nodes, graph.Outputs) { Configuration = graph.Configuration };

    private static ResourceGraph Plan(string? value) => new(
        "infra", "dev", "eu-west-1", [], ImmutableSortedDictionary<string, object>.Empty)
    {
        Configuration = new Dictionary<string, ConfigValue> { ["aws:region"] = new("eu-west-1") }
            .Concat(value is null ? [] : new Dictionary<string, ConfigValue> { ["infra:x|y"] = new(value) })
            .ToImmutableSortedDictionary(),
    };
}
