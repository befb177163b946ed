using System.CommandLine;

namespace Infra.Cli.Shell.Completions;

/// <summary><c>infra completions</c>: what makes a shell complete the program's commands, options, stacks and settings.</summary>
internal static class CompletionsCommand
{
    private const string Help =
        """
        Writes the completions for a shell: bash, zsh, fish or powershell.

        The shell then asks the program itself for what can follow, so stacks and settings are those of the project it is in.

        Examples:
          infra completions bash >> ~/.bashrc
          infra completions zsh >> ~/.zshrc
          infra completions fish > ~/.config/fish/completions/infra.fish
          infra completions powershell >> $PROFILE
        """;

    // What a script's name ends with.
    private static readonly Dictionary<string, string> Shells = new()
    {
        ["bash"] = ".bash",
        ["zsh"] = ".zsh",
        ["fish"] = ".fish",
        ["powershell"] = ".ps1",
    };

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = $"The shell: {string.Join(", ", Shells.Keys)}." };
        shell.AcceptOnlyFromAmong([.. Shells.Keys]);
        var command = new Command("completions", Help) { shell };
        command.SetAction(async (line, cancellation) =>
        {
            await terminal.Out.WriteAsync((await ScriptAsync(line.GetRequiredValue(shell), cancellation)).AsMemory(), cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> ScriptAsync(string shell, CancellationToken cancellation)
    {
        await using var stream = typeof(CompletionsCommand).Assembly.GetManifestResourceStream($"completions{Shells[shell]}")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellation);
    }
}
