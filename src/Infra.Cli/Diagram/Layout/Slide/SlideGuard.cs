using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Diagram.Layout.Slide;

/// <summary>What the security group of something lets in.</summary>
internal static class SlideGuard
{
    public static Box Of(string name, Rect bounds, string parent, Admission guard) =>
        Writing.Card(name, BoxKind.Guard, bounds, parent, Glyph.Guard, [.. WordsOf(guard)]);

    private static IEnumerable<Words> WordsOf(Admission guard)
    {
        var (ports, sources) = guard.Groups switch
        {
            [] => ("", ["nothing gets in"]),
            [var one] => (one.Ports, [.. one.Sources.Select(way => $"from {way}"), .. one.Sources]),
            var several => ("", (IReadOnlyList<string>)
                [string.Join("; ", several.Select(rule => $"{rule.Ports} from {rule.Sources[0]}")), $"{several.Count} rules"]),
        };
        yield return ports == "" ? Words.Label("Security group") : Words.Label($"Security group: {ports}", $"Admits {ports}");
        yield return Words.Detail(sources);
    }
}
