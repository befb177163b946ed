using System.Text;

namespace Infra.Cli.Plan.Declared;

/// <summary>A directive of nginx, with those in its block; see https://nginx.org/en/docs/beginners_guide.html#conf_structure.</summary>
/// <param name="Name">E.g. <c>listen</c>.</param>
/// <param name="Arguments">What follows, without quotes.</param>
/// <param name="Block">What stands between its braces.</param>
internal sealed record NginxDirective(string Name, IReadOnlyList<string> Arguments, IReadOnlyList<NginxDirective> Block)
{
    /// <summary>Reads a configuration; one that ends early is read as far as it goes.</summary>
    public static NginxDirective Read(string text)
    {
        var words = Words(text).GetEnumerator();
        return new("", [], ReadBlock(words));
    }

    /// <summary>The directives of a name right in its block.</summary>
    public IEnumerable<NginxDirective> All(string name) => Block.Where(directive => directive.Name == name);

    /// <summary>The directives of a name in it, at any depth.</summary>
    public IEnumerable<NginxDirective> Within(string name) =>
        Block.SelectMany(directive => directive.Within(name).Prepend(directive)).Where(directive => directive.Name == name);

    private static List<NginxDirective> ReadBlock(IEnumerator<(string Word, bool IsQuoted)> words)
    {
        var directives = new List<NginxDirective>();
        var line = new List<string>();
        while (words.MoveNext())
        {
            switch (words.Current)
            {
                case (";", false):
                    Add([]);
                    break;
                case ("{", false):
                    Add(ReadBlock(words));
                    break;
                case ("}", false):
                    return directives;
                default:
                    line.Add(words.Current.Word);
                    break;
            }
        }

        return directives;

        void Add(List<NginxDirective> block)
        {
            if (line is [var name, .. var arguments])
                directives.Add(new(name, arguments, block));
            line = [];
        }
    }

    private static IEnumerable<(string Word, bool IsQuoted)> Words(string text)
    {
        var word = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '#' when word.Length == 0:
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                    break;
                case '"' or '\'' when word.Length == 0:
                    var close = text.IndexOf(text[at], at + 1) is >= 0 and var found ? found : text.Length;
                    yield return (text[(at + 1)..close], true);
                    at = close;
                    break;
                case var mark when char.IsWhiteSpace(mark) || mark is ';' or '{' or '}':
                    if (word.Length > 0)
                        yield return (word.ToString(), false);
                    word.Clear();
                    if (!char.IsWhiteSpace(mark))
                        yield return (mark.ToString(), false);
                    break;
                default:
                    word.Append(text[at]);
                    break;
            }
        }
    }
}
