using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Infra.Cli.Shell.Help;

/// <summary>
/// The help of the program: its commands by task, with the first line of each; the rest, with the examples, is in that command's own help.
/// Exit codes are in both.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="groups">Its commands.</param>
/// <param name="lineWidth">How wide a line may be.</param>
internal sealed class HelpCommandAction(Command program, IReadOnlyList<CommandGroup> groups, Func<int> lineWidth)
    : SynchronousCommandLineAction
{
    private const string ExitCodes =
        """
        Exit codes:
          0  Done
          1  A check failed, or something is not as it must be
          2  Wrong usage or settings, something could not be done, or it was broken off
        """;

    private readonly HelpAction _ofACommand = new();

    // Who asks for help need not have named a stack.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command == program)
        {
            WriteProgram(output);
            return ExitCode.Done;
        }

        var exitCode = _ofACommand.Invoke(parseResult);
        output.WriteLine(ExitCodes);
        return exitCode;
    }

    private void WriteProgram(TextWriter output)
    {
        output.WriteLine(
            $"""
            {HangingText.Broken(program.Description!, lineWidth(), 0)}

            Usage:
              {program.Name} <command> [options]
            """);
        var width = groups.SelectMany(group => group.Commands).Max(command => Usage(command).Length);
        foreach (var group in groups)
        {
            output.WriteLine($"\n{group.Task}:");
            foreach (var command in group.Commands)
                output.WriteLine(Row(Usage(command), command.Description?.Split('\n')[0], width));
        }

        output.WriteLine("\nOptions:");
        foreach (var option in program.Options)
            output.WriteLine(Row(option.Name, option.Description, width));
        output.WriteLine(
            $"""

            {HangingText.Broken(ExitCodes, lineWidth(), 5)}

            '{program.Name} <command> --help' has a command's options, and examples.
            """);
    }

    private string Row(string name, string? description, int width) =>
        HangingText.Broken($"  {name.PadRight(width)}  {description}", lineWidth(), width + 4);

    private static string Usage(Command command) =>
        string.Join(' ', [command.Name, .. command.Arguments.Where(argument => !argument.Hidden).Select(argument => $"<{argument.Name}>")]);
}
