using Infra.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>
/// Passes on what a parser reads, and refuses what lets a short file take all memory or all of the stack: aliases, by which it can stand
/// for an endless one, and endless nesting.
/// </summary>
internal sealed class BoundedParser(IParser parser, string fileName) : IParser
{
    // Pulumi's files nest four deep: file, config, list, item.
    private const int MaximumDepth = 32;

    private int _depth;

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        var moved = parser.MoveNext();
        if (parser.Current is AnchorAlias alias)
        {
            throw new InvalidUsageException(
                $"{fileName} must not use YAML aliases, got *{LegibleText.Of($"{alias.Value}")}, line {alias.Start.Line}: "
                + "write the value out");
        }

        _depth += moved ? parser.Current!.NestingIncrease : 0;
        return _depth <= MaximumDepth
            ? moved
            : throw new InvalidUsageException(
                $"{fileName} must not nest deeper than {MaximumDepth} levels, line {parser.Current!.Start.Line}: "
                + "keep only settings in it");
    }
}
