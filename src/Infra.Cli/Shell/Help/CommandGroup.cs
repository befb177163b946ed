using System.CommandLine;

namespace Infra.Cli.Shell.Help;

/// <summary>Commands that a user needs for one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Commands">The commands, in the order in which they are shown.</param>
internal sealed record CommandGroup(string Task, params IReadOnlyList<Command> Commands);
