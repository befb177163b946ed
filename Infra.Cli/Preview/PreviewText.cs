using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Preview;

/// <summary>A preview for people, as <c>pulumi preview</c> prints it.</summary>
internal sealed class PreviewText(ResourceGraph stack, AnsiWriter writer)
{
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Created = new(foreground: Color.Green);

    private readonly ResourceGraph _graph = stack.Shown;

    // Of what was read it is not known what is to be made.
    private readonly bool _isCreated = stack.Origin is null or PlanKind.OwnPreview;

    /// <summary>Writes it, and the lines that other commands have to say about the stack at its end.</summary>
    public void Write(params ReadOnlySpan<string> summaries)
    {
        Line(
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
            Line($"Note: {note}");
            writer.WriteLine();
        }

        foreach (var summary in summaries)
            Line(summary);
    }

    private void WriteTree()
    {
        var lines = ResourceTree.Of(_graph);
        var typeWidth = lines.Max(line => line.Type.Length);
        var nameWidth = lines.Max(line => line.Name.Length);

        Line($"     {"Type".PadRight(typeWidth)}  {(_isCreated ? $"{"Name".PadRight(nameWidth)}  Plan" : "Name")}", Heading);
        foreach (var line in lines)
        {
            if (_isCreated)
                Line($" +   {line.Type.PadRight(typeWidth)}  {line.Name.PadRight(nameWidth)}  create", Created);
            else
                Line($"     {line.Type.PadRight(typeWidth)}  {line.Name}");
        }
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
            Line($"    + {_graph.Nodes.Count} to create", Created);
        else
            Line($"      {_graph.Nodes.Count} in all");

        var counts = _graph.Nodes.CountBy(node => TypeName.Short(node.Type), StringComparer.Ordinal)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).ToArray();
        var width = counts[0].Value.ToString(CultureInfo.InvariantCulture).Length;
        foreach (var (type, count) in counts)
            Line($"      {count.ToString(CultureInfo.InvariantCulture).PadLeft(width)} {type}");
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
