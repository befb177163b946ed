using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Diff.Reports;

/// <summary>A comparison for people, eighty columns wide.</summary>
internal sealed class DiffText(StackDiff diff, IAnsiConsole console)
{
    private const int Width = 80;

    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Gone = new(foreground: Color.Red);
    private static readonly Style New = new(foreground: Color.Green);
    private static readonly Style Other = new(foreground: Color.Yellow);

    public void Write()
    {
        if (diff.IsEmpty)
        {
            Line(DiffWords.Nothing(diff));
            return;
        }

        Wrapped("", $"{diff.StackName}, against {diff.Against}: {DiffWords.Counts(diff.Graph)}", Heading);
        WriteEffects();
        WriteSettings();
        WriteCost();
        WriteControls();
        WriteTimes();
        WriteResources();
    }

    private void WriteEffects()
    {
        Section("What it does to the site");
        foreach (var sentence in DiffWords.Effects(diff, name => name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name))
            Wrapped("  ", sentence);
    }

    private void WriteSettings()
    {
        if (diff.Graph.Settings.Count == 0)
            return;

        Section("Settings");
        foreach (var setting in diff.Graph.Settings)
            Pair($"  {setting.Key}: ", setting.Before ?? "not set", setting.After ?? "not set", "");
    }

    private void WriteCost()
    {
        if (!diff.IsCostDifferent)
            return;

        Section("USD a month");
        if ((diff.CostBefore.WhyNot ?? diff.CostAfter.WhyNot) is { } why)
        {
            Wrapped("  ", $"not known: {why}");
            return;
        }

        var (before, after) = (diff.CostBefore, diff.CostAfter);
        Amount("fewest servers", before.Minimum, after.Minimum, before.Fewest, after.Fewest);
        Amount("most servers", before.Maximum, after.Maximum, before.Most, after.Most);
        if (DiffWords.CostGaps(diff) is { } gaps)
            Wrapped("  ", gaps);
    }

    private void Amount(string what, decimal before, decimal after, int serversBefore, int serversAfter)
    {
        var servers = serversBefore == serversAfter ? $"{serversAfter}" : $"{serversBefore} => {serversAfter}";
        Line($"  {what} ({servers}): {DiffWords.Dollars(before)} => {DiffWords.Dollars(after)} ({DiffWords.Signed(after - before)})");
    }

    private void WriteControls()
    {
        if (diff.Controls.Count == 0)
            return;

        Section("Controls");
        foreach (var control in diff.Controls.Where(DiffWords.IsWorse).OrderByDescending(control => control.After))
        {
            Wrapped("  ", $"{control.Id} {DiffWords.Judgements(control)}: {control.Title}", control.NewlyFails ? Gone : Style.Plain);
            foreach (var problem in control.Problems)
                Wrapped("    ", $"{problem.Resource} {problem.Text}");
        }

        foreach (var others in DiffWords.OtherControls(diff, id => id))
            Wrapped("  ", others);
    }

    private void WriteTimes()
    {
        var times = diff.Times.Where(time => time.IsDifferent).ToList();
        if (times.Count == 0)
            return;

        Section("At most, until");
        foreach (var time in times)
            Pair($"  {time.What}: ", DiffWords.Text(time.Before), DiffWords.Text(time.After), "");
    }

    private void WriteResources()
    {
        if (diff.Graph.Nodes.Count == 0)
            return;

        Section("Resources");
        foreach (var node in diff.Graph.Nodes)
        {
            var (mark, style) = MarkOf(node.Change);
            Wrapped($"{mark} ", $"{node.Node.Name} ({node.Node.Kind})", style);
            foreach (var property in node.Properties)
                Property(property);
        }
    }

    private void Property(PropertyDiff property)
    {
        var remark = DiffWords.Remark(property);
        var shownRemark = remark.Length == 0 ? "" : $" ({remark})";
        if (property.Follows is not null)
        {
            Wrapped("     ", $"{property.Path}:{shownRemark}");
        }
        else if (property.Lines.Count == 0)
        {
            Pair($"     {property.Path}: ", property.Before ?? "none", property.After ?? "none", shownRemark);
        }
        else
        {
            Wrapped("     ", $"{property.Path}:{shownRemark}");
            foreach (var line in property.Lines)
                Wrapped($"       {line.Mark} ", line.Text, StyleOf(line));
        }
    }

    // On one line where there is room, else each value on its own.
    private void Pair(string start, string before, string after, string remark)
    {
        var line = LegibleText.Line($"{start}{before} => {after}{remark}");
        if (line.Length <= Width)
        {
            Line(line);
            return;
        }

        var indent = new string(' ', start.Length - start.TrimStart().Length);
        Wrapped(indent, $"{start.Trim()}{remark}");
        Wrapped($"{indent}  - ", before, Gone);
        Wrapped($"{indent}  + ", after, New);
    }

    private static Style StyleOf(TextLine line) => line.Mark switch
    {
        TextLine.Gone => Gone,
        TextLine.New => New,
        _ => Style.Plain,
    };

    private static (string Mark, Style Style) MarkOf(Change change) => change switch
    {
        Change.Created => (" + ", New),
        Change.Deleted => (" - ", Gone),
        Change.Replaced => ("+- ", Gone),
        _ => (" ~ ", Other),
    };

    private void Section(string title)
    {
        Line("");
        Line(title, Heading);
    }

    // Lines behind the first one stand below its text.
    private void Wrapped(string start, string text, Style? style = null)
    {
        var rest = LegibleText.Line(text);
        var indent = start;
        do
        {
            var room = Math.Max(Width - indent.Length, Width / 2);
            var length = rest.Length <= room ? rest.Length : rest.LastIndexOf(' ', room, room / 2) is > 0 and var blank ? blank : room;
            Line($"{indent}{rest[..length]}", style);
            (indent, rest) = (new(' ', start.Length), rest[length..].TrimStart());
        }
        while (rest.Length > 0);
    }

    private void Line(string text, Style? style = null)
    {
        console.Write(new Text(text.TrimEnd(), style ?? Style.Plain) { Overflow = Overflow.Fold });
        console.WriteLine();
    }
}
