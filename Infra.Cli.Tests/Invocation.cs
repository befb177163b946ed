using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Tests;

/// <summary>One run of the command line: what it printed, and its exit code.</summary>
internal sealed record Invocation(int ExitCode, string Out, string Error)
{
    /// <summary>Runs it in a directory, as if piped.</summary>
    public static Task<Invocation> Of(string directory, params string[] args) => Of(directory, AnsiSupport.No, args);

    /// <summary>Runs it as if on a terminal that has colours, or has none.</summary>
    public static async Task<Invocation> Of(string directory, AnsiSupport colours, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var styled = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = colours,
            ColorSystem = colours == AnsiSupport.Yes ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        styled.Profile.Width = 1000;

        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = directory;
        try
        {
            var exitCode = await CommandLine.RunAsync(args, new Terminal(output, error, styled));
            return new(exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
