using Spectre.Console;

namespace Infra.Cli.Tests.Checks;

/// <summary>A console without colours, as a pipe is.</summary>
internal static class PlainConsole
{
    public static IAnsiConsole Of(TextWriter writer, int width = 1000)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }
}
