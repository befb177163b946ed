using System.Text.RegularExpressions;
using Infra.Cli.Shell;
using Markdig;
using Markdig.Syntax;

namespace Infra.Cli.Documents;

/// <summary>
/// A document with parts that are generated: what stands between <c>&lt;!-- generated: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>,
/// each on a line of its own.
/// </summary>
/// <param name="Name">Its path in the project's directory.</param>
/// <param name="Text">What is in it now.</param>
internal sealed partial record MarkedDocument(string Name, string Text)
{
    // Front matter is that of slides.
    private static readonly MarkdownPipeline WithPlaces =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePreciseSourceLocation().Build();

    /// <summary>The text with its generated parts as they are now; the same where there are none.</summary>
    /// <param name="write">Writes the part of a name; null when there is no such part.</param>
    /// <param name="names">All names, for the message about one that is none.</param>
    /// <exception cref="InvalidUsageException">A marker has no partner, or no part has the name.</exception>
    public async Task<string> FillAsync(Func<string, Task<string>?> write, IEnumerable<string> names)
    {
        var (text, markers) = (Text, Find());
        var newLine = Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

        // From the end, so that the places before stay where they are. An end of its own may be another tool's.
        for (var index = markers.Count - 1; index >= 0; index--)
        {
            if (markers[index].Name is not { } name)
                continue;

            if (index + 1 == markers.Count || markers[index + 1].Name is not null)
                throw new InvalidUsageException($"{Name}: '<!-- generated: {name} -->' needs its '<!-- end -->' below it");

            if (write(name) is not { } written)
                throw new InvalidUsageException($"{Name}: nothing generates '{name}': name one of {string.Join(", ", names)}");

            var (from, to) = (markers[index].Span.End + 1, markers[index + 1].Span.Start);
            text = $"{text[..from]}{$"\n\n{await written}\n\n".ReplaceLineEndings(newLine)}{text[to..]}";
        }

        return text;
    }

    private List<Marker> Find()
    {
        try
        {
            return
            [
                .. from block in Markdown.Parse(Text, WithPlaces).Descendants<HtmlBlock>()
                   let line = Line().Match(Text[block.Span.Start..(block.Span.End + 1)].Trim())
                   where line.Success
                   select new Marker(line.Groups["name"].Success ? line.Groups["name"].Value : null, block.Span),
            ];
        }
        catch (ArgumentException)
        {
            // Markdig's word for a document that nests without end.
            throw new InvalidUsageException($"{Name} is no Markdown that a parser could follow: restore it from git");
        }
    }

    [GeneratedRegex(@"^<!-- (generated: (?<name>[a-z0-9-]+)|end) -->\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    private sealed record Marker(string? Name, SourceSpan Span);
}
