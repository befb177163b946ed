using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Tests.Init;

/// <summary>A run of <c>infra init</c> with somebody at the terminal.</summary>
internal static class InitRun
{
    /// <summary>Runs it; each line answers a question.</summary>
    public static async Task<Invocation> Answered(TemporaryProject project, string[] lines, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var replies = new StringReader(string.Concat(lines.Select(line => $"{line}\n")));
        var styled = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = project.Root;
        try
        {
            var exitCode = await CommandLine.RunAsync(
                ["init", .. args], new Terminal(output, error, styled) { Answers = () => replies });
            return new(exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
