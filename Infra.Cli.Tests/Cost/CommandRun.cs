using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Tests.Cost;

/// <summary>What one command line printed.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var styled = AnsiConsole.Create(
            new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        styled.Profile.Width = 1000;
        var exitCode = await CommandLine.RunAsync(args, new Terminal(output, error, styled));
        return new(exitCode, output.ToString(), error.ToString());
    }
}
