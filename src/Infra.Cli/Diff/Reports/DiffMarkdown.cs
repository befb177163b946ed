using System.Globalization;
using System.Text;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Shell;

namespace Infra.Cli.Diff.Reports;

/// <summary>
/// A comparison for a comment on a pull request: what matters first, the rest folded. What comes from the plans stands in code, where
/// GitHub makes neither a mention nor a link of anything.
/// </summary>
internal sealed class DiffMarkdown
{
    // GitHub refuses a comment of more than 65,536 characters; a workflow puts some before and behind.
    private const int Longest = 60_000;

    // As many as one reads; the rest is counted.
    private const int MostItems = 20;
    private const int MostWaived = 5;
    private const int LongestValue = 300;

    private readonly StackDiff _diff;
    private readonly StringBuilder _text = new();
    private bool _isCut;

    private DiffMarkdown(StackDiff diff) => _diff = diff;

    public static string Of(StackDiff diff)
    {
        if (diff.IsEmpty)
            return $"{Code(diff.StackName)}: no difference against {Code(diff.Against)}\n";

        var report = new DiffMarkdown(diff);
        report.Write();
        if (report._isCut)
            report._text.Append("\nMore than a comment holds: ").Append(Code($"infra diff {diff.StackName}")).Append(" shows it.\n");
        return report._text.ToString();
    }

    private void Write()
    {
        Block($"### {Code(_diff.StackName)}: {DiffWords.Counts(_diff.Graph)}");
        Block($"Against {Code(_diff.Against)}.");
        List(DiffWords.Effects(_diff, Code).Concat(CostLines()));
        Controls();
        Settings();
        Folded("Other controls", DiffWords.OtherControls(_diff, Code));
        Folded("Healing and scaling times", _diff.Times.Where(time => time.IsDifferent).Select(time =>
            $"At most, until {time.What}: {DiffWords.Text(time.Before)} → {DiffWords.Text(time.After)}"));
        foreach (var change in (Change[])[Change.Replaced, Change.Deleted, Change.Changed, Change.Created])
            Resources(change);
    }

    // What is waived has a reason, and a new stack has all that the design waives.
    private void Controls()
    {
        var worse = _diff.Controls.Where(DiffWords.IsWorse).OrderByDescending(control => control.After).ToList();
        var waived = worse.Where(control => control.After == Judgement.Waived).ToList();
        var folded = waived.Count > MostWaived ? waived : [];
        List(worse.Except(folded).Select(Control));
        Folded($"{folded.Count.ToString(CultureInfo.InvariantCulture)} controls newly waived", folded.Select(Control));
    }

    private IEnumerable<string> CostLines()
    {
        if (!_diff.IsCostDifferent)
            yield break;

        var (before, after) = (_diff.CostBefore, _diff.CostAfter);
        yield return (before.WhyNot ?? after.WhyNot) is { } why
            ? $"The cost is not known: {Code(why)}"
            : $"**{DiffWords.Signed(after.Minimum - before.Minimum)} USD a month** with {DiffWords.Servers(after.Fewest)} "
                + $"({DiffWords.Dollars(before.Minimum)} → {DiffWords.Dollars(after.Minimum)}), "
                + $"**{DiffWords.Signed(after.Maximum - before.Maximum)}** with {DiffWords.Servers(after.Most)} "
                + $"({DiffWords.Dollars(before.Maximum)} → {DiffWords.Dollars(after.Maximum)})"
                + (DiffWords.CostGaps(_diff) is { } gaps ? $"; {Code(gaps)}" : "");
    }

    private string Control(ControlChange control)
    {
        var found = control.Problems.Take(MostItems).Select(problem => $"\n  - {Code($"{problem.Resource} {problem.Text}")}");
        var mark = control.NewlyFails ? "**" : "";
        return $"{mark}{Code(control.Id)} {DiffWords.Judgements(control)}{mark}: {Code(control.Title)}{string.Concat(found)}"
            + (control.Problems.Count > MostItems ? $"\n  - {More(control.Problems.Count - MostItems)}" : "");
    }

    private void Settings()
    {
        if (_diff.Graph.Settings.Count == 0)
            return;

        Block(MarkdownText.Table(
        [
            ["Setting", "Before", "After"],
            .. _diff.Graph.Settings.Take(MostItems).Select(setting => (string[])
                [Code(setting.Key), Value(setting.Before), Value(setting.After)]),
        ]));
        if (_diff.Graph.Settings.Count > MostItems)
            Block(More(_diff.Graph.Settings.Count - MostItems));

        static string Value(string? value) => value is null ? "not set" : Code(Cut(value));
    }

    private void Resources(Change change)
    {
        var nodes = _diff.Graph.Of(change).ToList();
        if (nodes.Count == 0)
            return;

        var lines = new List<string>();
        foreach (var node in nodes)
        {
            lines.Add($"{MarkOf(change)} {node.Node.Name} ({node.Node.Kind})");
            lines.AddRange(node.Properties.SelectMany(Property));
        }

        FoldedDiff($"{nodes.Count.ToString(CultureInfo.InvariantCulture)} {DiffWords.Word(change)}", lines);
    }

    // A line of a difference begins with its sign, which GitHub colours.
    private static IEnumerable<string> Property(PropertyDiff property)
    {
        var remark = DiffWords.Remark(property);
        yield return $"    {property.Path}{(remark.Length == 0 ? "" : $" ({remark})")}";
        if (property.Follows is not null)
            yield break;

        if (property.Lines.Count > 0)
        {
            foreach (var line in property.Lines)
                yield return $"{line.Mark}       {line.Text}";
        }
        else
        {
            if (property.Before is { } before)
                yield return $"-       {before}";
            if (property.After is { } after)
                yield return $"+       {after}";
        }
    }

    private static char MarkOf(Change change) => change switch
    {
        Change.Created => '+',
        Change.Deleted => '-',
        _ => '!',
    };

    private void List(IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;

        IEnumerable<string> rest = all.Count > MostItems ? [More(all.Count - MostItems)] : [];
        Block(string.Join('\n', all.Take(MostItems).Concat(rest).Select(item => $"- {item}")));
    }

    private void Folded(string summary, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;

        IEnumerable<string> rest = all.Count > MostItems ? [More(all.Count - MostItems)] : [];
        Block($"<details><summary>{summary}</summary>\n\n"
            + string.Join('\n', all.Take(MostItems).Concat(rest).Select(item => $"- {item}")) + "\n\n</details>");
    }

    private void FoldedDiff(string summary, List<string> lines)
    {
        const int RoomForFrame = 300;
        var shown = new List<string>();
        var room = Longest - _text.Length - RoomForFrame;
        foreach (var line in lines.Select(line => Cut(LegibleText.Line(line))))
        {
            room -= line.Length + 1;
            if (room < 0)
                break;
            shown.Add(line);
        }

        if (shown.Count < lines.Count)
            shown.Add($"... {lines.Count - shown.Count} more lines: infra diff {_diff.StackName} shows them");
        var fence = new string('`', Math.Max(3, shown.Max(MarkdownText.LongestTicks) + 1));
        Block($"<details><summary>{summary}</summary>\n\n{fence}diff\n{string.Join('\n', shown)}\n{fence}\n\n</details>");
    }

    private void Block(string text)
    {
        if (_text.Length + text.Length <= Longest)
            _text.Append(_text.Length == 0 ? "" : "\n").Append(text).Append('\n');
        else
            _isCut = true;
    }

    private string More(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} more: {Code($"infra diff {_diff.StackName}")} shows them");

    private static string Code(string text) => MarkdownText.Code(Cut(text));

    private static string Cut(string text) => text.Length <= LongestValue ? text : $"{text[..LongestValue]} ... ({text.Length} characters)";
}
