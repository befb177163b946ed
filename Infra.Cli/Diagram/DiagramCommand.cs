using System.CommandLine;
using Infra.Cli.Commands;
using Infra.Cli.Console;

namespace Infra.Cli.Diagram;

/// <summary><c>infra diagram</c>.</summary>
internal static class DiagramCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("diagram", "To be written.");
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
