using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Infra.Cli.Shell;

/// <summary>Help that says of each command below only the first line; the rest, with the examples, is in that command's own help.</summary>
internal sealed class BriefHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new();

    // Who asks for help need not have named a stack.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        foreach (var command in parseResult.CommandResult.Command.Subcommands)
            command.Description = command.Description?.Split('\n')[0];

        return _help.Invoke(parseResult);
    }
}
