using System.Text.RegularExpressions;
using Infra.Cli.Checks;
using Infra.Cli.Checks.Reports;
using Spectre.Console;

namespace Infra.Cli.Tests.Checks;

/// <summary>How the report for people is laid out, whatever it says.</summary>
internal sealed class CheckTextTests
{
    // By a green that fails, or a red that passes, one reads no further.
    [TestCase(false, "32")]
    [TestCase(true, "1;91")]
    public async Task Text_OnATerminal_HasColoursByTheVerdict(bool fails, string verdict)
    {
        var plan = await RecordedStacks.Open();
        var run = await Invocation.Of(
            fails ? plan.Set("web-alb", "enableDeletionProtection", false) : plan, AnsiSupport.Yes, "check", "prod");
        var coloured = Regex.Matches(run.Out, @"^\e\[([0-9;]+)m(\w+)", RegexOptions.Multiline)
            .Select(match => (match.Groups[2].Value, match.Groups[1].Value)).Distinct();
        (string, string)[] failures = fails ? [("FAIL", "1;91")] : [];
        (string, string)[] expected =
        [
            ("Security", "1"), .. failures, ("OPEN", "93"), ("WAIVED", "93"), ("Not", "1"), ("Area", "1"), ("prod", verdict),
        ];

        Assert.That(coloured, Is.EqualTo(expected));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void NotApplicable_IsSaid_OnlyOfControlsThatAreNot(bool hasOne)
    {
        var control = TrialPlan.Control((_, _) => null, "large");
        var lines = Lines(hasOne ? [control, TrialPlan.Control((_, _) => null)] : [control]);

        Assert.That(lines.Count(line => line == "Not applicable"), Is.EqualTo(hasOne ? 1 : 0));
        Assert.That(lines.Count(line => line == "        thing-size: the stack has no thing"), Is.EqualTo(hasOne ? 1 : 0));
    }

    [Test]
    public void FailuresAndWhatIsOpen_AreToldByTheirSeverity()
    {
        Severity[] severities = [Severity.Medium, Severity.Critical, Severity.Low, Severity.High];
        var controls =
            from name in new[] { "open", "large" }
            from severity in severities
            select TrialPlan.Control((node, _) => node.Text("size") is null ? null : "is too large", name) with { Severity = severity };

        Assert.That(Lines([.. controls]).Where(line => line.EndsWith(')')).Select(line => line[..4] + line.Split(' ')[^1]), Is.EqualTo(new[]
        {
            "FAIL(critical)", "FAIL(high)", "FAIL(medium)", "FAIL(low)", "OPEN(critical)", "OPEN(high)", "OPEN(medium)", "OPEN(low)",
        }));
    }

    // Of 60 columns the last stays empty and the first eight are the indent, so 51 letters have room. What has no room in any line stays
    // whole, since half a name is none.
    [TestCase(51, "51")]
    [TestCase(52, "52")]
    [TestCase(51, "25 25")]
    [TestCase(52, "25", "26")]
    [TestCase(53, "51", "1")]
    [TestCase(54, "50", "3")]
    public void Line_OfManyLetters_IsBrokenWhereTheRoomEnds(int length, params string[] expected)
    {
        // Words by their lengths.
        var words = expected.SelectMany(line => line.Split(' ')).Select(int.Parse).ToList();
        Assert.That(words.Sum() + words.Count - 1, Is.EqualTo(length));

        Assert.That(Title(string.Join(' ', words.Select(Word))), Is.EqualTo(expected.Select(line =>
            "        " + string.Join(' ', line.Split(' ').Select(int.Parse).Select(Word)))));
    }

    // Where two spaces stand at the end of the room, the second begins the next line; no line is empty.
    [Test]
    public void Line_BrokenBetweenSpaces_LeavesNoEmptyLine() => Assert.That(
        Title($"{Word(51)}  {Word(51)}"), Is.EqualTo(new[] { $"        {Word(51)}", $"         {Word(51)}" }));

    private static string Word(int length) => new('x', length);

    // How a failure says what should hold.
    private static string[] Title(string title) =>
    [
        .. Lines([TrialPlan.Control((_, _) => "is wrong", "large") with { Title = title }], width: 60)
            .SkipWhile(line => !line.StartsWith("FAIL", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line != "        large is wrong"),
    ];

    private static string[] Lines(IReadOnlyList<Control> controls, int width = 1000)
    {
        var plan = TrialPlan.Of();
        var area = ControlCatalogue.Areas[0];
        var results = controls.Select(control => new ControlResult(area, control, new ControlTrial(plan, []).Of(control)));
        using var writer = new StringWriter();
        new CheckText(new(plan, [.. results], []), PlainConsole.Of(writer, width)).Write();
        return writer.ToString().Split('\n');
    }
}
