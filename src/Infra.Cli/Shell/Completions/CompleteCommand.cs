using System.CommandLine;

namespace Infra.Cli.Shell.Completions;

/// <summary><c>infra complete</c>, which a shell runs for what can follow.</summary>
internal static class CompleteCommand
{
    /// <param name="terminal">Where it writes.</param>
    /// <param name="program">The program whose command lines it completes.</param>
    public static Command Create(Terminal terminal, Command program)
    {
        var position = new Argument<int>("position") { Description = "How many characters of the line stand before the cursor." };
        var text = new Argument<string>("line") { Description = "The command line, with the program's name." };
        var command = new Command("complete", "Lists what can follow on a command line, one a line.") { position, text };
        command.Hidden = true;
        command.SetAction(async (line, _) =>
        {
            foreach (var word in Words(program, line.GetRequiredValue(text), line.GetValue(position)))
                await terminal.Out.WriteLineAsync(word);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Words(Command program, string line, int position)
    {
        // The program may be typed with a path, which is none of its words.
        var before = line[..Math.Clamp(position, 0, line.Length)].TrimStart();
        var name = before.IndexOf(' ', StringComparison.Ordinal);
        if (name < 0)
            return [];

        var typed = before[(name + 1)..];
        var word = typed[(typed.LastIndexOf(' ') + 1)..];
        var parsed = program.Parse(typed);
        if (parsed.UnmatchedTokens.Any(token => token != word))
            return [];

        return parsed.GetCompletions(typed.Length)
            .Select(completion => completion.Label)
            .Where(label => label.StartsWith(word, StringComparison.Ordinal))
            // Who begins with a dash wants an option; who does not, none. With a slash only help is called, by Windows' habit.
            .Where(label => (word.StartsWith('-') || !label.StartsWith('-')) && !label.StartsWith('/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }
}
