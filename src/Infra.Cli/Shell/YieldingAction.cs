using System.CommandLine;
using System.CommandLine.Invocation;

namespace Infra.Cli.Shell;

/// <summary>
/// A command's action that returns before it does anything. On Ctrl-C System.CommandLine waits for an action to tidy up only once that has
/// returned its task; before, it ends the process at once, with exit code 130 and without a word.
/// </summary>
/// <param name="action">What the command does.</param>
internal sealed class YieldingAction(AsynchronousCommandLineAction action) : AsynchronousCommandLineAction
{
    public override async Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return await action.InvokeAsync(parseResult, cancellationToken);
    }

    /// <summary>Has this command and all below it yield.</summary>
    public static void InAll(Command command)
    {
        if (command.Action is AsynchronousCommandLineAction action)
            command.Action = new YieldingAction(action);
        foreach (var child in command.Subcommands)
            InAll(child);
    }
}
