using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Infra.Cli.Offline;

/// <summary>
/// Finds which resource a value came from. Mocks are not told; but every made-up id, ARN and name is unique, so wherever one of them
/// appears in another resource's input, there is the dependency.
/// </summary>
internal sealed class Dependencies
{
    // A shorter text could be in another one by chance.
    private const int ShortestTell = 8;

    private readonly List<(string Value, string Urn)> _tells = [];
    private readonly SearchValues<string> _anyTell;

    public Dependencies(IEnumerable<(string Urn, Registration Registration)> resources)
    {
        foreach (var (urn, registration) in resources)
        {
            foreach (var text in Texts(registration.Computed).Append(registration.Id ?? "").Distinct(StringComparer.Ordinal))
            {
                if (text.Length >= ShortestTell)
                    _tells.Add((text, urn));
            }
        }

        _anyTell = SearchValues.Create([.. _tells.Select(tell => tell.Value).Distinct()], StringComparison.Ordinal);
    }

    /// <summary>The URNs of the resources whose values are in an input.</summary>
    public IEnumerable<string> Of(object input) =>
        Texts(input).Where(text => text.AsSpan().ContainsAny(_anyTell)).SelectMany(text =>
            _tells.Where(tell => text.Contains(tell.Value, StringComparison.Ordinal)).Select(tell => tell.Urn));

    private static IEnumerable<string> Texts(object value) => value switch
    {
        string text => Readable(text),
        ImmutableArray<object> items => items.SelectMany(Texts),
        ImmutableDictionary<string, object> members => members.Values.SelectMany(Texts),
        _ => [],
    };

    // User data is Base64, which would hide the names in it.
    private static IEnumerable<string> Readable(string text)
    {
        const int ShortestScript = 200;
        var buffer = new byte[text.Length];
        return text.Length >= ShortestScript && Convert.TryFromBase64String(text, buffer, out var length)
            ? [text, Encoding.UTF8.GetString(buffer, 0, length)]
            : [text];
    }
}
