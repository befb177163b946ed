using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Tests.Support;
using Spectre.Console;

namespace Infra.Cli.Tests;

/// <summary>One run of the command line: what it printed, and its exit code.</summary>
internal sealed record Invocation(int ExitCode, string Out, string Error)
{
    /// <summary>Runs it in a directory, as if piped.</summary>
    public static Task<Invocation> Of(string directory, params string[] args) => Of(directory, AnsiSupport.No, args);

    /// <summary>Runs it as if on a terminal that has colours, or has none.</summary>
    public static Task<Invocation> Of(string directory, AnsiSupport colours, params string[] args) => Of(directory, null, colours, args);

    /// <summary>Runs it in the repository on a plan in place of the stack's own.</summary>
    public static Task<Invocation> Of(ResourceGraph plan, params string[] args) => Of(Reference.Root, plan, args);

    /// <summary>The same in a directory.</summary>
    public static Task<Invocation> Of(string directory, ResourceGraph plan, params string[] args) =>
        Of(directory, _ => Task.FromResult(plan), AnsiSupport.No, args);

    /// <summary>Runs it in the repository on such a plan, as if on a terminal that has colours, or has none.</summary>
    public static Task<Invocation> Of(ResourceGraph plan, AnsiSupport colours, params string[] args) =>
        Of(Reference.Root, _ => Task.FromResult(plan), colours, args);

    /// <summary>Runs it in a directory, with something piped in.</summary>
    public static Task<Invocation> OfInput(string directory, Stream input, params string[] args) =>
        Of(directory, null, AnsiSupport.No, args, input);

    private static async Task<Invocation> Of(
        string directory, PlanSource? plan, AnsiSupport colours, string[] args, Stream? input = null)
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
            var exitCode = await CommandLine.RunAsync(
                args, new Terminal(output, error, styled) { In = () => input ?? Stream.Null }, plan);
            return new(exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
