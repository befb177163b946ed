using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Cli.StackFiles;

/// <summary>Passes on what a parser reads, and refuses aliases, by which a short file can stand for an endless one.</summary>
internal sealed class NoAliases(IParser parser, string fileName) : IParser
{
    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        var moved = parser.MoveNext();
        return parser.Current is AnchorAlias alias
            ? throw new InvalidUsageException($"{fileName} must not use YAML aliases, got *{alias.Value}, line {alias.Start.Line}: write the value out")
            : moved;
    }
}
