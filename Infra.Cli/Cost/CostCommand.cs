using System.CommandLine;
using Infra.Cli.Commands;
using Infra.Cli.Console;

namespace Infra.Cli.Cost;

/// <summary><c>infra cost</c>.</summary>
internal static class CostCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("cost", "To be written.");
        var stack = new StackArguments(command);
        command.SetAction(async (line, _) =>
        {
            var graph = await stack.GraphAsync(line);
            await terminal.Out.WriteLineAsync(graph.Nodes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return ExitCode.Done;
        });
        return command;
    }
}
