using System.Text.RegularExpressions;
using Infra.Cli.Tests.Docs.Documents;
using Markdig.Syntax;

namespace Infra.Cli.Tests.Docs.Fragments;

/// <summary>
/// Fills what stands between <c>&lt;!-- generated: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>, each on a line of its own, with the
/// fragment of that name.
/// </summary>
internal static partial class FragmentMarkers
{
    public static bool AreIn(DocumentFile document) => Markers(document).Any();

    /// <summary>The document's text with its fragments as they are now.</summary>
    /// <exception cref="FormatException">A marker has no partner, or no fragment has the name.</exception>
    public static async Task<string> FillAsync(DocumentFile document)
    {
        var markers = Markers(document).ToList();
        var text = document.Text;

        // From the end, so that the places before stay where they are.
        for (var index = markers.Count - 1; index >= 0; index -= 2)
        {
            if (index == 0 || markers[index].Name is not null || markers[index - 1].Name is not { } name)
                throw new FormatException($"{document}: '<!-- generated: NAME -->' needs its '<!-- end -->', and each end its beginning");

            if (!Fragment.All.TryGetValue(name, out var write))
                throw new FormatException($"{document}: there is no fragment {name}; there are {string.Join(", ", Fragment.All.Keys)}");

            var (from, to) = (markers[index - 1].Span.End + 1, markers[index].Span.Start);
            text = $"{text[..from]}\n\n{await write()}\n\n{text[to..]}";
        }

        return text;
    }

    private static IEnumerable<(string? Name, SourceSpan Span)> Markers(DocumentFile document) =>
        from block in document.Syntax.Descendants<HtmlBlock>()
        let marker = Marker().Match(document.Text[block.Span.Start..(block.Span.End + 1)].Trim())
        where marker.Success
        select (marker.Groups["name"].Success ? marker.Groups["name"].Value : null, block.Span);

    [GeneratedRegex(@"^<!-- (generated: (?<name>[a-z0-9-]+)|end) -->\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();
}
