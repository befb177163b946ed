using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Settings.Kinds;

namespace Infra.Cli.Shell;

/// <summary>What is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>A message for each mistake, and where to read on.</summary>
    public static IEnumerable<string> Of(ParseResult line)
    {
        var program = line.RootCommandResult.Command.Name;
        var command = line.CommandResult.Command;
        // With a word that is no command, that a command is missing is no second mistake.
        var unknown = line.UnmatchedTokens.Count > 0 && command.Subcommands.Count > 0 ? line.UnmatchedTokens[0] : null;
        if (unknown is not null)
        {
            yield return $"'{LegibleText.Line(unknown)}' is no command{Meant(unknown, Names(command), ".")}";
        }
        else
        {
            foreach (var error in line.Errors)
                yield return Message(error, line);
        }

        yield return unknown is not null || command.Subcommands.Count > 0
            ? $"Run '{program} --help' for what there is."
            : $"Run '{program} {command.Name} --help' for what there is.";
    }

    private static string Message(ParseError error, ParseResult line)
    {
        // What no rule names is a word too many.
        var word = line.UnmatchedTokens.FirstOrDefault(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal));
        return word is null
            ? error.Message
            : error.Message.TrimEnd('.') + Meant(word, Names(line.CommandResult.Command), ".");
    }

    private static string Meant(string word, IEnumerable<string> names, string otherwise) =>
        NearestName.Of(word, names) is { } name ? $": did you mean '{name}'?" : otherwise;

    private static IEnumerable<string> Names(Command command) =>
        command.Subcommands.Where(subcommand => !subcommand.Hidden).Select(subcommand => subcommand.Name)
            .Concat(command.Options.Where(option => !option.Hidden).Select(option => option.Name));
}
