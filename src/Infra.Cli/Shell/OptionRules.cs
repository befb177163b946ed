using System.CommandLine;
using System.CommandLine.Parsing;

namespace Infra.Cli.Shell;

/// <summary>Rules on what is given together.</summary>
internal static class OptionRules
{
    /// <summary>
    /// Adds a rule on several options and arguments of a command. Where one of them is wrong by itself, that alone is told: the value that
    /// the rule asks for is not there then.
    /// </summary>
    public static void AddRule(this Command command, Action<CommandResult> rule) => command.Validators.Add(line =>
    {
        try
        {
            rule(line);
        }
        catch (InvalidOperationException)
        {
            // Thrown for a value that is missing or can't be read, of which System.CommandLine has its own message.
        }
    });
}
