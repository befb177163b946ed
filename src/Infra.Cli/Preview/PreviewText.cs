using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Preview;

/// <summary>A preview for people, as <c>pulumi preview</c> prints it.</summary>
/// <param name="stack">The stack.</param>
/// <param name="writer">Takes the text.</param>
/// <param name="width">The columns that it is to keep to; only what somebody may copy, an output's value, is never cut.</param>
internal sealed class PreviewText(ResourceGraph stack, AnsiWriter writer, int width)
{
    // " +   " before the type, and two blanks behind it; where something is created, "  create" at the end.
    private const int BesideType = 7;
    private const int Plan = 8;

    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Created = new(foreground: Color.Green);

    private readonly ResourceGraph _graph = stack.Shown;

    // Of what was read it is not known what is to be made.
    private readonly bool _isCreated = stack.Origin is null or PlanKind.OwnPreview;

    /// <summary>Writes it, and the lines that other commands have to say about the stack at its end.</summary>
    public void Write(params ReadOnlySpan<string> summaries)
    {
        Wrapped(
            _isCreated
                ? $"Previewing update ({_graph.StackName}), without a cloud: ids, ARNs and DNS names are made up"
                : $"Stack {_graph.StackName}, as it was read",
            Heading);
        writer.WriteLine();
        WriteTree();
        writer.WriteLine();
        WriteOutputs();
        writer.WriteLine();
        WriteCounts();
        writer.WriteLine();
        if (stack.Note is { } note)
        {
            Wrapped($"Note: {note}");
            writer.WriteLine();
        }

        foreach (var summary in summaries)
            Wrapped(summary);
    }

    private void WriteTree()
    {
        var lines = ResourceTree.Of(_graph);
        var (typeWidth, nameWidth) = Widths(lines.Max(line => line.Type.Length), lines.Max(line => line.Name.Length));

        WriteRow("     ", "Type", "Name", "Plan", Heading);
        foreach (var line in lines)
            WriteRow(_isCreated ? " +   " : "     ", line.Type, line.Name, "create", _isCreated ? Created : Style.Plain);

        void WriteRow(string sign, string type, string name, string plan, Style? style) =>
            Line(
                $"{sign}{TerminalColumns.Fitted(type, typeWidth)}  "
                + (_isCreated ? $"{TerminalColumns.Fitted(name, nameWidth)}  {plan}" : TerminalColumns.Fitted(name, nameWidth).TrimEnd()),
                style);
    }

    // What a narrow terminal has no room for is taken from the longer column first.
    private (int Type, int Name) Widths(int type, int name)
    {
        var room = Math.Max(width - BesideType - (_isCreated ? Plan : 0), 20);
        if (type + name <= room)
            return (type, name);

        var half = room / 2;
        return type <= half ? (type, room - type) : name <= room - half ? (room - name, name) : (half, room - half);
    }

    private void WriteOutputs()
    {
        Line(_graph.Outputs.IsEmpty ? "Outputs: not known yet" : "Outputs:", Heading);
        var width = _graph.Outputs.Keys.Select(name => name.Length).DefaultIfEmpty().Max();
        foreach (var (name, value) in _graph.Outputs)
            Line($"    {name.PadRight(width)}: {Shown(value)}");
    }

    private void WriteCounts()
    {
        Line("Resources:", Heading);
        if (_isCreated)
            Wrapped($"    + {_graph.Nodes.Count} to create: {Parts()}", Created, indent: 6);
        else
            Wrapped($"      {_graph.Nodes.Count} in all: {Parts()}", indent: 6);

        var counts = _graph.Nodes.CountBy(node => TypeName.Short(node.Type), StringComparer.Ordinal)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToArray();
        var width = counts[0].Value.ToString(CultureInfo.InvariantCulture).Length;
        foreach (var (type, count) in counts)
            Line($"      {count.ToString(CultureInfo.InvariantCulture).PadLeft(width)} {type}");
    }

    // The engine counts all three alike.
    private string Parts()
    {
        var resources = _graph.Nodes.Count(node => node.IsCustom);
        return string.Create(
            CultureInfo.InvariantCulture, $"{resources} resources, {_graph.Nodes.Count - resources - 1} components, and the stack itself");
    }

    private void Wrapped(string text, Style? style = null, int indent = 0)
    {
        foreach (var line in HangingText.Broken(text, width, indent).Split('\n'))
            Line(line, style);
    }

    private void Line(string text, Style? style = null)
    {
        var legible = LegibleText.Line(text);
        if (style is { } decorated)
            writer.WriteLine(legible, decorated);
        else
            writer.WriteLine(legible);
    }

    private static string Shown(object value) => value switch
    {
        // Of a certificate the first line says what it is.
        string text when text.Split('\n') is [var first, _, ..] => $"\"{first}...\"",
        string text => $"\"{text}\"",
        UnknownValue => $"\"{value}\"",
        double number => number.ToString(CultureInfo.InvariantCulture),
        ImmutableArray<object> items => $"[{string.Join(", ", items.Select(Shown))}]",
        bool flag => flag ? "true" : "false",
        ImmutableDictionary<string, object> members => $"{{{string.Join(", ", members.Keys.Order(StringComparer.Ordinal))}}}",
        _ => throw new NotSupportedException($"an output that is {value.GetType().Name} can't be shown; add it to {nameof(PreviewText)}"),
    };
}
